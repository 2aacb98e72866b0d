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
