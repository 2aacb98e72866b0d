import Feeds
import Model
import Settings
import TestSupport
import Testing

@Suite("A delivery gives the same records in every character set")
struct CharacterSetTests {
    private let folder = OwnFolder()

    private static let rows = [
        "A1,大安區忠孝東路口,2026-01-02 08:00:00", "A2,\"高雄市,三民區\n(第二行)\",2026-01-02 08:01:00",
        "A3,違反法令條款事業單位名稱,2026-01-02 08:02:00", "A4,延長工作時間超過規定,2026-01-02 08:03:00",
    ]
    private static let text = "設備,地點,時間\r\n" + rows.map { $0 + "\r\n" }.joined()

    private func feed(_ encoding: TextEncoding?) -> FeedDefinition {
        var dialect = CSVDialect.plain(encoding: encoding ?? .utf8)
        if encoding == nil { dialect.encodingBy = nil }
        return .example(
            csv: dialect,
            key: .row,
            columns: [
                ColumnMapping(field: "device", columns: ["設備"]), ColumnMapping(field: "place", columns: ["地點"]),
                ColumnMapping(field: "tested_at", columns: ["時間"]),
            ]
        )
    }

    private struct Read {
        var places: [String?] = []
        var rejections: [String] = []
        /// The bytes of the archived file at each record's place.
        var raw: [[UInt8]] = []
        var part: DeliveryPart?
    }

    private func read(_ bytes: [UInt8], _ feed: FeedDefinition, bufferSize: Int = 1 << 20) throws -> Read {
        let archive = try Archive(directory: folder.path("archive"))
        let file = try archive.take(folder.write(bytes, to: "a.csv"))
        var read = Read()
        _ = try DeliveryReader(feed: feed, law: .example, receivedAt: .received, bufferSize: bufferSize).read(
            file,
            part: { if case .begins(let part) = $0 { read.part = part } },
            each: { draft in
                read.places.append(MappedRow(draft, kind: .breathTest).values["place"])
                read.raw.append(
                    try archive.rawRow(sha256: file.sha256, offset: draft.byteOffset, length: draft.byteLength)
                )
            },
            rejected: { rejection, _ in
                read.rejections.append(rejection.reason.rawValue)
                read.raw.append(
                    try archive.rawRow(sha256: file.sha256, offset: rejection.byteOffset, length: rejection.byteLength)
                )
            }
        )
        return read
    }

    static let sets: [(encoding: TextEncoding, name: String, mark: [UInt8])] = [
        (.utf8, "UTF-8", []), (.utf8, "UTF-8", [0xEF, 0xBB, 0xBF]), (.gb18030, "GB18030", []),
        (.gb18030, "GB18030", [0x84, 0x31, 0x95, 0x33]), (.big5, "BIG5", []), (.utf16, "UTF-16LE", [0xFF, 0xFE]),
        (.utf16, "UTF-16BE", [0xFE, 0xFF]), (.utf16LittleEndian, "UTF-16LE", []), (.utf16BigEndian, "UTF-16BE", []),
        (.utf16LittleEndian, "UTF-16LE", [0xFF, 0xFE]),
    ]

    @Test("declared: the same records, and at each one's place its bytes", arguments: sets.indices, [1, 7, 1 << 20])
    func declared(index: Int, bufferSize: Int) throws {
        let set = Self.sets[index]
        let read = try read(set.mark + encoded(Self.text, to: set.name), feed(set.encoding), bufferSize: bufferSize)
        #expect(read.places == ["大安區忠孝東路口", "高雄市,三民區\n(第二行)", "違反法令條款事業單位名稱", "延長工作時間超過規定"])
        #expect(read.raw == Self.rows.map { encoded($0 + "\r\n", to: set.name) })
        #expect(read.part?.encoding == set.encoding.rawValue && read.part?.encodingBy == .declared)
    }

    @Test("found in the file, and how it was found is told")
    func detected() throws {
        let expected: [DeliveryPart.EncodingSource] = [.throughout, .mark, .mark, .evidence, .mark, .mark]
        for (set, by) in zip([0, 1, 3, 4, 5, 6].map { Self.sets[$0] }, expected) {
            let read = try read(set.mark + encoded(Self.text, to: set.name), self.feed(nil))
            #expect(read.places.count == 4 && read.places.first == "大安區忠孝東路口")
            #expect(read.raw == Self.rows.map { encoded($0 + "\r\n", to: set.name) })
            #expect(read.part?.encoding == set.encoding.rawValue && read.part?.encodingBy == by)
        }
        let simplified =
            "设备,地点,时间\nA1,慈利县零阳镇路口执勤点,2026-01-02 08:00:00\nA2,永定区子午路检查站,2026-01-02 08:00:00\n"
        var feed = feed(nil)
        for (index, name) in ["设备", "地点", "时间"].enumerated() { feed.columns[index].columns = [name] }
        let found = try read(encoded(simplified, to: "GB18030"), feed)
        #expect(found.places == ["慈利县零阳镇路口执勤点", "永定区子午路检查站"])
        #expect(found.part?.encoding == "gb18030" && found.part?.encodingBy == .evidence)
    }

    @Test("a row of UTF-16 with half a pair, or a file that ends within a unit, costs that row only")
    func brokenUTF16() throws {
        let bytes = encoded(Self.text, to: "UTF-16LE")
        let broken =
            encoded("A5,", to: "UTF-16LE") + [0x00, 0xD8] + encoded(",2026-01-02 08:00:00\r\n", to: "UTF-16LE")
        let torn = encoded("A6,x,2026-01-02 08:00:0", to: "UTF-16LE") + [0x30]
        let read = try read(bytes + broken + torn, feed(.utf16LittleEndian))
        #expect(read.places.count == 4 && read.rejections == ["encoding", "encoding"])
        #expect(read.raw.suffix(2) == [broken, torn])
    }

    @Test(
        "what decodes and is plainly another set is refused whole, once all of it was seen",
        arguments: [
            (TextEncoding.gb18030, "BIG5", "big5"), (.gb18030, "UTF-8", "utf-8"), (.big5, "UTF-8", "utf-8"),
        ]
    )
    func contradicted(declared: TextEncoding, written: String, found: String) throws {
        // Names of columns in ASCII, so that nothing speaks against the set before the cells do.
        let text = Self.text.replacing("設備,地點,時間", with: "d,p,t")
        var feed = feed(declared)
        feed.columns[0].columns = ["d"]
        feed.columns[1].columns = ["p"]
        feed.columns[2].columns = ["t"]
        let error = #expect(throws: UnreadableDelivery.self) { try read(encoded(text, to: written), feed) }
        #expect(error?.cause == .encoding && error?.remedy.contains(found) == true, "\(error?.description ?? "")")
    }

    @Test("simplified text declared as Big5 is refused")
    func simplifiedAsBig5() throws {
        let text = "設備,地點,時間\n" + String(repeating: "A1,公安局交通管理大队检查站,2026-01-02 08:00:00\n", count: 3)
        let bytes = encoded("設備,地點,時間\n", to: "BIG5") + encoded(text, to: "GB18030").drop { $0 != 0x0A }.dropFirst()
        let error = #expect(throws: UnreadableDelivery.self) { try read(Array(bytes), feed(.big5)) }
        #expect(error?.cause == .encoding)
    }

    @Test("sound public text is never taken for another set", .enabled(if: PublicText.isThere, "no public data"))
    func neverContradicted() throws {
        var random = SeededGenerator(seed: 12)
        for (encoding, name) in [(TextEncoding.gb18030, "GB18030"), (.big5, "BIG5")] {
            // Of a few names the old set lacks a character; there the C library stops.
            let whole = PublicText.taiwan.filter { encoded($0 + "\n", to: name).last == 0x0A }
            #expect(whole.count > 2000)
            for _ in 0..<150 {
                let size = Int.random(in: 1...200, using: &random)
                let start = Int.random(in: 0..<(whole.count - size), using: &random)
                let cells = whole[start..<(start + size)].map { $0.filter { $0 != "\"" && $0 != "," } }
                let lines = cells.map { "A,\($0),2026-01-02 08:00:00\n" }.joined()
                let read = try read(encoded("設備,地點,時間\n" + lines, to: name), feed(encoding))
                #expect(read.places.count == size)
            }
        }
    }

    @Test(
        "a few signs repeated on every row are not taken for another set",
        arguments: ["25 μg", "–—…", "男", "αβγδεζηθικλ", "ひらがなカタカナ", "┌─┬┐│├┼┤└┴┘", "①②③④⑤⑥⑦⑧⑨⑩", "Привет"]
    )
    func signs(text: String) throws {
        let lines = (0..<3000).map { "A\($0),\(text),2026-01-02 08:00:00\n" }.joined()
        var feed = feed(.gb18030)
        for (index, name) in ["d", "p", "t"].enumerated() { feed.columns[index].columns = [name] }
        let read = try read(encoded("d,p,t\n" + lines, to: "GB18030"), feed)
        #expect(read.places.count == 3000 && read.places.last == text)
    }

    @Test("a mark that contradicts the declared set is refused")
    func marks() throws {
        for (encoding, mark) in [
            (TextEncoding.big5, [0xEF, 0xBB, 0xBF]), (.windows1252, [0xEF, 0xBB, 0xBF]),
            (.gb18030, [0xEF, 0xBB, 0xBF]),
            (.utf8, [0xFF, 0xFE]), (.big5, [0xFF, 0xFE]), (.utf16BigEndian, [0xFF, 0xFE]),
        ] as [(TextEncoding, [UInt8])] {
            let error = #expect(throws: UnreadableDelivery.self) {
                try read(mark + Array("ab,cd\n".utf8), feed(encoding))
            }
            #expect(error?.cause == .encoding)
        }
    }

    @Test(
        "naughty strings come through every text field unchanged, or are refused for their control characters",
        .enabled(if: PublicText.isThere, "no public data")
    )
    func naughtyStrings() throws {
        for kind in Kind.allCases {
            for field in kind.schema.fields where field.type == .text {
                try checkNaughtyStrings(field.name, kind)
            }
        }
    }

    private func checkNaughtyStrings(_ field: String, _ kind: Kind) throws {
        let strings = PublicText.naughtyStrings
        let others = kind.schema.fields.filter { $0.isRequired && $0.name != field }
        let columns = others.map { other in
            let constant =
                switch other.type {
                case .instant: "2026-01-02 08:00:00"
                case .date: "2026-01-02"
                case .choice(let words): words[0]
                default: "1"
                }
            return ColumnMapping(field: other.name, columns: [], constant: constant)
        }
        let feed = FeedDefinition.example(
            kind: kind,
            key: .row,
            columns: columns + [ColumnMapping(field: field, columns: ["x"])],
            unknown: .ignore
        )
        let quoted = strings.map { "1,\"\($0.replacing("\"", with: "\"\""))\"\n" }.joined()
        let rows = try map(Array(("n,x\n" + quoted).utf8), feed)
        #expect(rows.count == strings.count)
        for (string, row) in zip(strings, rows) {
            switch row {
            case .success(let record):
                let blanks: Set<Character> = [" ", "\t", "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{200B}"]
                var expected = string[...]
                while let first = expected.first, blanks.contains(first) { expected.removeFirst() }
                while let last = expected.last, blanks.contains(last) { expected.removeLast() }
                #expect(record.values[field].map { Array($0.utf8) } == (expected.isEmpty ? nil : Array(expected.utf8)))
            case .failure(let rejection):
                let isControl = string.unicodeScalars.contains { $0.properties.generalCategory == .control }
                let isRequired = rejection.reason == .missing
                #expect(rejection.reason == .binary && isControl || isRequired, "\(string): \(rejection.explanation)")
            }
        }
    }
}
