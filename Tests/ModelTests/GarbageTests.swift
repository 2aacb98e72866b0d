import Model
import Testing

/// No bytes of a source may stop the process, whatever they are.
@Suite struct GarbageTests {
    private static let nasty: [String] = [
        "", "\0", "\u{FFFD}", "😀", "👨‍👩‍👧‍👦", "🇨🇳", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "﷽", "‮‭test", "İı", "ﬀ", "1;DROP TABLE users",
        "<script>alert(1)</script>", "../../etc/passwd", "NaN", "-Infinity", "1e309", "0x1p-1074", "٠١٢٣", "𝟙𝟚𝟛", "½",
        "１／２",
        "湘", "湘G", "WJ", "WJ湘", "*", "＊", "'", "''", "-", "+86", "0086", "861", "[", "]", "yyyy", "使", "000000使",
        "2025-02-30T25:61:61+99:99", "9999-12-31 23:59:59.9999999999999999999", "+", "T", "Z",
    ]

    /// Feeds `bytes` to every reader, and checks that what comes out is UTF-8 and stands behind what was there.
    private func isHarmless(_ bytes: [UInt8], _ formats: [TimeFormat], _ zones: [Zone], _ alcohol: AlcoholReader)
        -> Bool
    {
        let text = bytes.span
        _ = Instant(rfc3339: text)
        _ = Day(iso: text)
        _ = DecimalInteger.parse(text)
        _ = DecimalInteger.scaled(text, by: .max)
        _ = DecimalInteger.scaled(text, by: .min)
        _ = alcohol.read(text)
        _ = HalfWidth.folded(text)
        for mark in Array(".,' ".utf8) {
            _ = DecimalInteger.parse(text, form: NumberForm(grouping: mark), allowsExponent: true)
        }
        guard NumberEnding.start(in: text) <= text.count else { return false }
        for format in formats {
            _ = format.parseDay(text)
            for zone in zones { _ = format.parse(text, zone: zone) }
        }
        let personal: [any PersonalIdentifier.Type] = [PersonID.self, Plate.self, Phone.self, PersonName.self]
        return personal.allSatisfy { isHarmless($0, bytes) } && isHarmless(bytes, Organisation.normalise)
            && isHarmless(bytes, PoliceNumber.normalise)
    }

    private func isHarmless(_ identifier: any PersonalIdentifier.Type, _ bytes: [UInt8]) -> Bool {
        guard isHarmless(bytes, identifier.normalise) else { return false }
        var draft: [UInt8] = [0x41]
        let outcome = identifier.normalise(bytes.span, into: &draft)
        let clear = 1..<draft.count
        let masked = identifier.mask(clear, in: &draft)
        guard masked.lowerBound == clear.upperBound, masked.upperBound == draft.count else { return false }
        guard isText(draft[masked]) else { return false }
        // A value of more than one character never shows all of itself.
        let count = draft[clear].filter { $0 & 0xC0 != 0x80 }.count
        return outcome == .masked || count <= 1 || draft[masked].contains(UInt8(ascii: "*"))
    }

    private func isHarmless(_ bytes: [UInt8], _ normalise: (Span<UInt8>, inout [UInt8]) -> IdentifierOutcome) -> Bool {
        var draft: [UInt8] = [0x41, 0x42]
        let outcome = normalise(bytes.span, &draft)
        guard draft.starts(with: [0x41, 0x42]), isText(draft[...]) else { return false }
        return outcome == .absent ? draft.count == 2 : draft.count > 2
    }

    private func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    private func formats() throws -> [TimeFormat] {
        try [
            "yyyy-MM-dd HH:mm:ss[.S][XXX]", "yyyyMMddHHmmss", "yyyy年M月d日[ H时m分]", "M/d/yyyy h:m a", "yyyy M d H",
            "iso-8601", "excel",
            "excel-1904", "unix", "unix-ms", "R/M/d", "RRRMMdd",
        ].map {
            try TimeFormat($0)
        }
    }

    @Test("strings that break programs break nothing here")
    func nastyStrings() throws {
        let (formats, zones) = (try formats(), [Zone.china, try Zone("America/Chicago")])
        var harmful: [String] = []
        for text in Self.nasty where !isHarmless(Array(text.utf8), formats, zones, AlcoholTests.reader(10_476_000)) {
            harmful.append(text)
        }
        #expect(harmful.isEmpty)
    }

    @Test("random bytes, and sound values with bytes gone wrong, break nothing")
    func randomBytes() throws {
        let (formats, zones) = (try formats(), [Zone.china, try Zone("America/Chicago")])
        let reader = AlcoholTests.reader(.max)
        let seeds = [
            "湘GD12345", "WJ湘1234X", "43080219000101003X", "+86 138-1234-5678", "2025-03-09 02:30:00.5+08:00", "1.2e-3",
        ]
        .map { Array($0.utf8) }
        var chance = Chance(seed: 29)
        var harmful: [[UInt8]] = []
        for round in 0..<20_000 {
            var bytes = seeds[round % seeds.count]
            if round.isMultiple(of: 2) {
                bytes = (0..<Int.random(in: 0...40, using: &chance)).map { _ in
                    UInt8.random(in: 0...255, using: &chance)
                }
            } else {
                for _ in 0..<Int.random(in: 1...3, using: &chance) {
                    let place = Int.random(in: bytes.indices, using: &chance)
                    bytes[place] = UInt8.random(in: 0...255, using: &chance)
                }
                bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &chance))
            }
            if !isHarmless(bytes, formats, zones, reader) { harmful.append(bytes) }
        }
        #expect(harmful.isEmpty)
    }

    @Test("random patterns compile or are refused, and never stop the process")
    func randomPatterns() {
        var chance = Chance(seed: 31)
        let letters = Array("yyyyMMddHHhmsSXa -/:'[]T年月.")
        let text = Array("2025-03-01 08:30:15".utf8)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...24, using: &chance)
            let pattern = String((0..<count).compactMap { _ in letters.randomElement(using: &chance) })
            _ = try? TimeFormat(pattern).parse(text.span, zone: .china)
        }
    }

    @Test("bytes that are no UTF-8 come out as replacement characters, and hide no star")
    func brokenUTF8() {
        let cases: [([UInt8], Int)] = [
            ([0xE0, 0x80, 0xAA], 3), ([0xF0, 0x80, 0x80, 0xAA], 4), ([0xED, 0xA0, 0x80], 3), ([0xC0, 0xAA], 2),
            ([0xE6, 0xB9], 2),
            ([0xF4, 0x90, 0x80, 0x80], 4), ([0xFF], 1), ([0x80], 1),
        ]
        for (bytes, count) in cases {
            var draft: [UInt8] = []
            #expect(PersonName.normalise(bytes.span, into: &draft) == .value(defect: .form))
            #expect(String(decoding: draft, as: UTF8.self) == String(repeating: "\u{FFFD}", count: count))
        }
    }

    @Test("a range beyond the bytes masks what there is")
    func rangeBeyond() {
        var bytes = Array("湘G12345".utf8)
        #expect(PersonID.mask(5..<500, in: &bytes).upperBound == bytes.count)
        #expect(Plate.mask(400..<500, in: &bytes).isEmpty)
        // Not on the border of a character.
        _ = PersonName.mask(1..<5, in: &bytes)
    }
}
