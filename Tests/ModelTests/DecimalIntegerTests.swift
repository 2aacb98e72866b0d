import Model
import Testing

@Suite struct DecimalIntegerTests {
    private func parse(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        return DecimalInteger.parse(bytes.span)
    }

    private func scaled(_ text: String, _ factor: Int64) -> Int64? {
        let bytes = Array(text.utf8)
        return DecimalInteger.scaled(bytes.span, by: factor)
    }

    @Test(
        "integers are read exactly",
        arguments: [
            ("0", 0), ("12", 12), (" -7 ", -7), ("+7", 7), ("007", 7), ("12.0", 12), ("12.000", 12), ("１２", 12),
            ("-0", 0),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ]
    )
    func integers(text: String, value: Int64) {
        #expect(parse(text) == value)
    }

    @Test(
        "or not at all",
        arguments: [
            "", " ", "1,000", "12,0", "１，０００", "1.5", "1e3", "1E3", "9223372036854775808", "-9223372036854775809",
            "1 2", "12a", "0x1", "--1",
            "1.2.3",
            "99999999999999999999999999999999999999999999", "十二",
        ]
    )
    func refused(text: String) {
        #expect(parse(text) == nil)
    }

    @Test(
        "scaled decimals are rounded down",
        arguments: [
            ("0.93", 1000, 930), ("0.9399", 1000, 939), ("1", 1000, 1000), ("0.0009", 1000, 0), ("-0.0001", 1000, -1),
            ("93e-2", 1000, 930), ("0.29", 100, 29), ("1.15", 100, 115), ("0", 0, 0), ("0,5", 10, 5),
        ]
    )
    func scaledDecimals(text: String, factor: Int64, value: Int64) {
        #expect(scaled(text, factor) == value)
    }

    @Test("what does not fit is nil", arguments: ["1e30", "9223372036854775807", "x", "", "1e999999999999"])
    func tooLarge(text: String) {
        #expect(scaled(text, 1000) == nil)
    }

    @Test(
        "marks a feed declares part thousands and fractions, and then nothing else does",
        arguments: [
            (",", "", "12,0", 12), (",", "", "1200", 1200), (",", "", "1.200", nil), (",", "", "1,5", nil),
            (".", ",", "1,234,567", 1_234_567), (".", ",", "1,234,567.0", 1_234_567), (".", ",", "1234567", 1_234_567),
            (",", ".", "1.234.567,0", 1_234_567), (",", " ", "1 234", 1234),
            (",", " ", "1\u{00A0}234\u{202F}567 ", 1_234_567),
            (".", "'", "1'234", 1234), (".", "'", "1’234’567", 1_234_567), (".", ",", "１，２３４", 1234),
            (".", ",", "12,34", nil), (".", ",", "1234,567", nil), (".", ",", "1,2345", nil), (".", ",", "1,23", nil),
            (".", ",", "0,123", nil), (".", ",", "012,345", nil), (".", ",", ",123", nil), (".", ",", "123,", nil),
            (".", ",", "1,234.000,000", nil), (".", ",", "1,,234", nil), (".", " ", "12 34", nil),
            (".", "", "1,200", nil), (".", ",", "1'234", nil),
        ] as [(String, String, String, Int64?)]
    )
    func marks(decimal: String, grouping: String, text: String, value: Int64?) {
        let form = NumberForm(decimal: decimal.utf8.first, grouping: grouping.utf8.first)
        let bytes = Array(text.utf8)
        #expect(DecimalInteger.parse(bytes.span, form: form) == value)
    }

    @Test("whoever declares only what parts thousands means the other mark by the fraction")
    func otherMark() {
        #expect(NumberForm(grouping: UInt8(ascii: ".")).decimal == UInt8(ascii: ","))
        #expect(NumberForm(grouping: UInt8(ascii: ",")).decimal == UInt8(ascii: "."))
        #expect(NumberForm(grouping: UInt8(ascii: " ")).decimal == UInt8(ascii: "."))
    }

    @Test("every integer comes back from every way of parting its thousands")
    func partedRoundTrip() {
        var chance = Chance(seed: 31)
        var wrong: [String] = []
        for _ in 0..<5000 {
            let value = Int64.random(in: 0 ... .max, using: &chance) >> Int64.random(in: 0...62, using: &chance)
            for mark in [".", ",", " ", "'"] {
                let digits = Array(String(value))
                let parted = digits.indices.map { index in
                    let isBoundary = index > 0 && (digits.count - index).isMultiple(of: 3)
                    return (isBoundary ? mark : "") + String(digits[index])
                }
                let bytes = Array(parted.joined().utf8)
                let form = NumberForm(grouping: mark.utf8.first)
                if DecimalInteger.parse(bytes.span, form: form) != value { wrong.append(parted.joined()) }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "a program's exponents are exact, as far as a binary fraction is",
        arguments: [
            ("1e3", 1000), ("1.2E+05", 120_000), ("12E-1", nil), ("120E-1", 12),
            ("9.007199254740992E15", 9_007_199_254_740_992),
            ("9.007199254740993E15", nil), ("1.1010519491231E+17", nil), ("1e400", nil), ("1e", nil), ("e3", nil),
            ("1e3.5", nil),
        ] as [(String, Int64?)]
    )
    func exponents(text: String, value: Int64?) {
        let bytes = Array(text.utf8)
        #expect(DecimalInteger.parse(bytes.span, allowsExponent: true) == value)
    }

    @Test(
        "what stands behind a number is told from it",
        arguments: [
            ("58 mg/100mL", "58", "mg/100ml"), ("0.58‰", "0.58", "‰"), ("0,58 ％", "0,58", "%"), ("12", "12", ""),
            ("1.2e1mg/L", "1.2e1", "mg/l"), ("1.2 E", "1.2", "e"), ("5e", "5", "e"), ("－５ μg/L", "－５", "ug/l"),
            ("5 µG / L", "5", "ug/l"), ("1 234 毫克", "1 234", "毫克"), ("mg", "", "mg"), ("", "", ""), ("5.", "5", "."),
        ]
    )
    func endings(text: String, number: String, ending: String) {
        let bytes = Array(text.utf8)
        let start = NumberEnding.start(in: bytes.span)
        #expect(String(decoding: bytes[..<start], as: UTF8.self) == number)
        #expect(String(decoding: NumberEnding.folded(bytes.span.extracting(start...)), as: UTF8.self) == ending)
    }

    @Test("every integer comes back")
    func roundTrip() {
        var chance = Chance(seed: 23)
        var wrong: [Int64] = []
        for _ in 0..<10_000 {
            let shift = Int64.random(in: 0...63, using: &chance)
            let value = Int64.random(in: .min ... .max, using: &chance) >> shift
            if parse("\(value)") != value { wrong.append(value) }
        }
        #expect(wrong.isEmpty)
    }
}
