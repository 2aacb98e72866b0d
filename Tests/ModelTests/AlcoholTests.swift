import Model
import Testing

@Suite struct AlcoholTests {
    static let validity = Validity(from: Day(number: 0), until: nil, citation: "test")

    static func reader(_ factor: Int64) -> AlcoholReader {
        let unit = AlcoholUnit(code: "test", factorTenThousandths: factor, validity: validity)
        return AlcoholReader(unit: unit, range: Alcohol(hundredths: 44_000))
    }

    private func read(_ text: String, _ factor: Int64 = 10_000) -> AlcoholReader.Outcome {
        let bytes = Array(text.utf8)
        return Self.reader(factor).read(bytes.span)
    }

    /// The unit table, with the lines of the law as its rounded numbers give them: those just below a line stay below.
    @Test(
        "every unit converts exactly and rounds down",
        arguments: [
            (10_000, "20", 2000), (10_000, "80", 8000), (10_000, "150", 15_000),
            (2_200_000, "0.0909", 1999), (2_200_000, "0.0910", 2002), (2_200_000, "0.3636", 7999),
            (2_200_000, "0.3637", 8001), (2_200_000, "0.6818", 14_999), (2_200_000, "0.400", 8800),
            (2200, "90.9", 1999), (2200, "363.6", 7999), (2200, "681.8", 14_999), (2200, "91", 2002),
            (22_000, "9.09", 1999), (22_000, "36.4", 8008), (22_000, "68.2", 15_004), (22_000, "36.36", 7999),
            (1_000_000, "0.20", 2000), (1_000_000, "0.80", 8000), (1_000_000, "1.50", 15_000),
            (10_000_000, "0.020", 2000), (10_000_000, "0.080", 8000), (10_000_000, "0.150", 15_000),
            (10_476_000, "0.0191", 2000), (10_476_000, "0.0764", 8003), (10_476_000, "0.1432", 15_001),
            (10_476_000, "0.0763", 7993), (10_476_000, "0.121", 12_675),
        ]
    )
    func units(factor: Int64, text: String, hundredths: Int64) {
        #expect(read(text, factor) == .value(Alcohol(hundredths: hundredths)))
    }

    @Test(
        "numbers are read as sources write them",
        arguments: [
            ("121", 12_100), ("  121\t", 12_100), ("+121.50", 12_150), ("121,5", 12_150), ("0121", 12_100), (".5", 50),
            ("5.", 500), ("-0", 0), ("-0.00", 0), ("0", 0), ("1.2e1", 1200), ("1.2E+1", 1200), ("12000E-2", 12_000),
            ("1e-9999999999", 0), ("\u{3000}80\u{A0}", 8000), ("８０．５", 8050), ("440", 44_000), ("79.9999", 7999),
            ("79.999999999999", 7999), ("000000000000000000000080", 8000), ("0e99", 0),
        ]
    )
    func numbers(text: String, hundredths: Int64) {
        #expect(read(text) == .value(Alcohol(hundredths: hundredths)))
    }

    @Test(
        "what is no number is said to be none",
        arguments: [
            "", " ", "-", "+", ".", ",", "1.2.3", "1,2,3", "1,234.5", "1.234,5", "12a", "a12", "1 2", "e5", "1e", "1e+",
            "--1",
            "0x10", "NaN", "inf", "121mg", "1e1.5", "½", "八十", "🍺",
        ]
    )
    func notNumbers(text: String) {
        #expect(read(text) == .notANumber)
    }

    @Test(
        "negative values and values no tester can measure are out of range",
        arguments: [
            "-1", "-0.0001", "440.01", "440.0000001", "441", "1e3", "1e9999999999", "99999999999999999999999999",
            "-1e-9999", "1e40",
        ]
    )
    func outOfRange(text: String) {
        #expect(read(text) == .outOfRange)
    }

    @Test(
        "what binary fractions leave behind is rounded off at 15 digits, half to even",
        arguments: [
            ("0.12100000000000001", 12_100), ("0.12099999999999999", 12_100), ("0.28999999999999998", 29_000),
            ("0.0200000000000000004", 2000), ("0.0799999999999999", 7999), ("0.07999999999999999", 8000),
            ("0.0799999999999999999", 8000),
            ("0.1000000000000005", 10_000), ("0.100000000000000500000000000000000001", 10_000),
        ]
    )
    func artefacts(text: String, hundredths: Int64) {
        #expect(read(text, 10_000_000) == .value(Alcohol(hundredths: hundredths)))
    }

    /// The factor is so made that one unit of the fifteenth digit decides between nothing and a hundredth.
    @Test(
        "a tie at the fifteenth digit goes to the even one, and anything above it up",
        arguments: [
            ("100000000000000.49e-27", 0), ("100000000000000.5e-27", 0), ("100000000000000.500001e-27", 1),
            ("100000000000000.6e-27", 1), ("100000000000001e-27", 1), ("99999999999999.95e-27", 0),
        ]
    )
    func ties(text: String, hundredths: Int64) {
        #expect(read(text, 999_999_999_999_995) == .value(Alcohol(hundredths: hundredths)))
    }

    @Test("conversion agrees with arithmetic on paper")
    func oracle() {
        let factors: [(Int64, String)] = [
            (10_000, "1"), (2_200_000, "220"), (2200, "0.22"), (22_000, "2.2"), (1_000_000, "100"),
            (10_000_000, "1000"),
            (10_476_000, "1047.6"),
        ]
        var chance = Chance(seed: 17)
        var wrong: [String] = []
        for (factor, written) in factors {
            let reader = Self.reader(factor)
            for _ in 0..<2000 {
                let decimals = Int.random(in: 0...10, using: &chance)
                let fraction = (0..<decimals).map { _ in "\(Int.random(in: 0...9, using: &chance))" }.joined()
                let text = "\(Int.random(in: 0...999, using: &chance))" + (decimals > 0 ? ".\(fraction)" : "")
                let exact = LongDecimal(text).times(LongDecimal(written)).hundredths
                let bytes = Array(text.utf8)
                switch reader.read(bytes.span) {
                case .value(let alcohol): if alcohol.hundredths != exact { wrong.append("\(text) × \(written)") }
                case .outOfRange: if exact < 44_000 { wrong.append("\(text) × \(written)") }
                case .notANumber: wrong.append("\(text) × \(written)")
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("rounding never lifts a reading over a line")
    func neverLifted() {
        let reader = Self.reader(10_000)
        var wrong: [String] = []
        for line in [20, 80, 150, 440] {
            for nines in 1...12 {
                let text = "\(line - 1)." + String(repeating: "9", count: nines)
                let bytes = Array(text.utf8)
                let below = Alcohol(hundredths: Int64(line) * 100)
                if case .value(let alcohol) = reader.read(bytes.span), alcohol < below { continue }
                wrong.append(text)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "alcohol is written without needless zeros",
        arguments: [
            (12_345, "123.45"), (8000, "80"), (50, "0.5"), (5, "0.05"), (1250, "12.5"), (0, "0"), (-5, "-0.05"),
            (.min, "-92233720368547758.08"),
        ]
    )
    func written(hundredths: Int64, text: String) {
        #expect(Alcohol(hundredths: hundredths).description == text)
    }

    @Test(
        "a comma that may part thousands is not read as a decimal point",
        arguments: ["1,200", "12,000", "999,999", "１，２００"]
    )
    func ambiguous(text: String) {
        #expect(read(text) == .notANumber)
    }

    @Test(
        "a comma that can only be a decimal point is one",
        arguments: [("0,121", 12), ("12,5", 1250), ("1,20", 120), ("00,200", 20)]
    )
    func comma(text: String, hundredths: Int64) {
        #expect(read(text) == .value(Alcohol(hundredths: hundredths)))
    }
}
