import Settings
import Testing

/// Whatever a file holds, it is read or refused with a reason: nothing here may stop the process or keep it busy.
@Suite("A hostile file")
struct HostileFileTests {
    private static let files = [
        "docket.yaml", "units.yaml", "feeds/tests.yaml", "checks/drunk-no-case.yaml", "law/clocks.yaml",
        "law/calendar.yaml", "law/thresholds.yaml", "law/matching.yaml", "law/alcohol-units.yaml",
    ]

    private static func bomb(_ levels: Int, _ width: Int) -> String {
        var text = "l0: &l0 [x]\n"
        for level in 1...levels {
            let uses = Array(repeating: "*l\(level - 1)", count: width).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(uses)]\n"
        }
        return text
    }

    @Test("that unfolds without end is refused before it unfolds")
    func bombs() throws {
        let folder = try SampleFolder()
        let line = "units.yaml 展开后过大 / unfolds into too much — 不用别名(*)，直接写出 / write things out instead of aliases (*)"
        for text in [Self.bomb(9, 9), Self.bomb(30, 2), Self.bomb(9, 9) + "? *l9\n: x\n? *l8\n: y\n"] {
            try folder.write("units.yaml", text)
            #expect(folder.complaints() == [line])
        }
    }

    @Test("with a few aliases is read as if they were written out")
    func fewAliases() throws {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", "zone: Asia/Shanghai }\ncsv", "zone: &zone Asia/Shanghai }\ncsv")
        try folder.spoil("feeds/tests.yaml", "HH:mm:ss\", zone: Asia/Shanghai", "HH:mm:ss\", zone: *zone")
        #expect(folder.complaints().isEmpty)
        #expect(try folder.load().feeds.first?.columns[2].zone == "Asia/Shanghai")
    }

    @Test("nested to any depth is refused", arguments: ["[", "{a: ", "- ", "? ", "{? ", "[{a: [", "!!seq [", "&a ["])
    func nesting(_ opening: String) throws {
        let folder = try SampleFolder()
        for count in [40, 999, 5_000, 150_000] {
            try folder.write("units.yaml", "a: \n " + String(repeating: opening, count: count))
            #expect(folder.complaints().count == 1)
            let half = count < 1000 ? String(repeating: "]", count: count) : ""
            try folder.write("units.yaml", "regions: " + String(repeating: opening, count: count) + half)
            #expect(!folder.complaints().isEmpty)
        }
    }

    @Test("of YAML's odd corners is refused or read")
    func corners() throws {
        let folder = try SampleFolder()
        let texts = [
            "", "\n", "---\n", "---\n...\n", "--- a\n--- b\n", "%YAML 1.1\n---\na: b\n", "%TAG ! x\n---\n!a b: c\n",
            "a: !!binary x\n",
            "<<: {a: b}\n", "<<: *a\n", "*a : b\n", "&a : &b c\n", "? [a]\n: b\n", "? {a: b}\n: c\n",
            "1: a\n\"1\": b\n",
            "a: b\na: c\n", "a: |\n", "a: >\n  x\n  \n", "\u{FEFF}a: b\n", "a: \"\\x00\\u0000\\uD800\"\n",
            "a: \"\\U00110000\"\n",
            "a: b\r\nc: d\r", "a: b\u{85}c: d\u{2028}e: f\u{2029}", "!!map {a: b}\n", "!<tag:yaml.org,2002:str> a: b\n",
            "a: \t b\n\tc: d\n", "{a, b: , ? c}\n", "[a: b]\n", "- - - a\n", "@a: b\n", "`a: b\n", "a: 'b\n", "a: *",
            "a: &", "!", "!<",
            "regions: ~\nunits: null\n", "regions: {}\nunits: {}\n", "regions: [[]]\nunits: [~, 1, {}]\n",
            "units: [{code: [], name: []}]\n",
            "regions: [{code: {}, name: {zh: [], en: {}}}]\nunits: 5\n", "a\u{301}: b\n", "😀: 👨‍👩‍👧\n", "\u{E000}: b\n",
            "a: \u{FFFE}\n",
        ]
        for text in texts {
            for (file, sound) in [("units.yaml", SampleTexts.units), ("feeds/tests.yaml", SampleTexts.feed)] {
                try folder.write(file, text)
                #expect(!folder.complaints().isEmpty, "\(file): \(text)")
                try folder.write(file, sound)
            }
        }
        try folder.write("docket.yaml", "")
        #expect(folder.complaints().count == 1)
    }

    @Test("made of a sound one with bytes gone wrong is refused or read")
    func mutations() throws {
        let folder = try SampleFolder()
        let sound = [
            "docket.yaml": SampleTexts.main, "units.yaml": SampleTexts.units, "feeds/tests.yaml": SampleTexts.feed,
            "checks/drunk-no-case.yaml": SampleTexts.check,
        ].merging(SampleTexts.law.map { ("law/\($0).yaml", $1) }) { first, _ in first }
        let signs = Array("{}[]:,-?*&!|>'\"%@`#~\n\t \\()$;<0129azé中".utf8)
        var chance = Chance(seed: 7)
        var refused = 0
        for round in 0..<450 {
            let file = Self.files[round % Self.files.count]
            var bytes = Array((sound[file] ?? "").utf8)
            for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &chance)
                switch Int.random(in: 0...3, using: &chance) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(signs.randomElement(using: &chance) ?? 0, at: place)
                case 2: bytes[place] = signs.randomElement(using: &chance) ?? 0
                default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &chance)))
                }
            }
            try folder.write(file, bytes: bytes)
            let complaints = folder.complaints()
            if !complaints.isEmpty { refused += 1 }
            // Each names its cause and its remedy, in both languages.
            let vague = complaints.filter { !$0.contains(" — ") || !$0.contains(" / ") }
            #expect(vague.isEmpty, "\(vague)")
            try folder.write(file, sound[file] ?? "")
        }
        #expect(refused > 200)
        #expect(folder.complaints().isEmpty)
    }

    @Test(
        "of JSON, sound or not, is refused or read",
        .enabled(if: SharedFolder.has(jsonFiles), "the public files are not here")
    )
    func json() throws {
        let folder = try SampleFolder()
        let texts = try SharedFolder.files(jsonFiles)
        #expect(texts.count > 300)
        for (name, bytes) in texts {
            try folder.write("units.yaml", bytes: bytes)
            #expect(!folder.complaints().isEmpty, "\(name)")
            // As one value of a sound file, too.
            try folder.write("units.yaml", bytes: Array((SampleTexts.units + "more: ").utf8) + bytes)
            #expect(!folder.complaints().isEmpty, "\(name)")
        }
    }
}

/// Parsing tests of the JSON Test Suite by Nicolas Seriot, MIT licence.
private let jsonFiles = "corpora/JSONTestSuite/test_parsing"
