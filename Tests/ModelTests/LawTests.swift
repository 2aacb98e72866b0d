import Model
import Testing

@Suite struct LawTests {
    private func validity(_ from: String, _ until: String?) throws -> Validity {
        Validity(from: try #require(Day(iso: from)), until: until.flatMap { Day(iso: $0) }, citation: "test")
    }

    private func law() throws -> Law {
        let old = try validity("2010-01-01", "2024-08-01")
        let new = try validity("2024-08-01", nil)
        return Law(
            thresholds: [
                Threshold(code: .drink, alcohol: Alcohol(hundredths: 1000), validity: old),
                Threshold(code: .drunk, alcohol: Alcohol(hundredths: 5000), validity: old),
                Threshold(code: .drink, alcohol: Alcohol(hundredths: 1100), validity: new),
                Threshold(code: .drunk, alcohol: Alcohol(hundredths: 5500), validity: new),
            ],
            units: [
                AlcoholUnit(code: "mg/L", factorTenThousandths: 1, validity: new),
                AlcoholUnit(code: "mg/L", factorTenThousandths: 2, validity: try validity("2025-01-01", nil)),
            ],
            clocks: [],
            calendar: WorkCalendar(holidays: [], makeUpDays: [], years: 2025...2025),
            matching: MatchingNumbers(
                deviceGap: 0,
                identityGap: 0,
                personWindow: 0,
                plateWindow: 0,
                nameWindow: 0,
                shownWindow: 0,
                caseTolerance: 0,
                videoBefore: 0,
                videoAfter: 0,
                videoSlack: 0,
                videoJoin: 0,
                calibrationPoint: Alcohol(hundredths: 0),
                calibrationTolerance: Alcohol(hundredths: 0)
            )
        )
    }

    @Test(
        "a reading falls into the bracket of its day",
        arguments: [
            ("2024-07-31", 999, Bracket.none), ("2024-07-31", 1000, .drink), ("2024-07-31", 5000, .drunk),
            ("2024-08-01", 1000, .none), ("2024-08-01", 1100, .drink), ("2024-08-01", 5499, .drink),
            ("2030-01-01", 5500, .drunk),
        ]
    )
    func brackets(day: String, hundredths: Int64, bracket: Bracket) throws {
        let day = try #require(Day(iso: day))
        #expect(try law().bracket(of: Alcohol(hundredths: hundredths), on: day) == bracket)
    }

    @Test("on a day without lines no bracket is guessed")
    func unknown() throws {
        let day = try #require(Day(iso: "2009-12-31"))
        #expect(try law().bracket(of: Alcohol(hundredths: 9000), on: day) == nil)
        #expect(try law().threshold(.range, on: Day(number: 20_000)) == nil)
        #expect(try law().clock("NONE", on: Day(number: 20_000)) == nil)
    }

    @Test("of two rows in force at once the younger counts")
    func younger() throws {
        #expect(try law().unit("mg/L", on: #require(Day(iso: "2024-12-31")))?.factorTenThousandths == 1)
        #expect(try law().unit("mg/L", on: #require(Day(iso: "2025-01-01")))?.factorTenThousandths == 2)
        #expect(try law().unit("mg/l", on: #require(Day(iso: "2025-01-01"))) == nil)
    }

    @Test("brackets are ordered by gravity")
    func order() {
        #expect(Bracket.allCases.shuffled().sorted() == [.none, .drink, .drunk])
    }
}
