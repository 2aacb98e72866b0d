import Model
import Testing

@Suite("An export of a register counts unless it is far smaller than the last that does")
struct ShrinkageRuleTests {
    private static let noon = ChinaTime.startOfDay(Day(number: 20_000)).adding(seconds: 43_200)

    /// One export a day, at noon.
    private func judged(_ rows: [Int64], _ rule: ShrinkageRule, after base: Int64? = nil) -> [Bool] {
        let sizes = rows.enumerated().map { day, rows in
            RegisterSize(at: Self.noon.adding(seconds: Int64(day) * 86_400), rows: rows)
        }
        return rule.judge(sizes, after: base.map { RegisterSize(at: Self.noon.adding(seconds: -86_400), rows: $0) })
    }

    @Test(
        "a loss of more than the share allowed does not count, and is no measure for what follows",
        arguments: [
            ([100, 80, 64], [true, true, true]), ([100, 79, 80], [true, false, true]),
            ([100, 10, 11, 12, 101], [true, false, false, false, true]), ([6, 1], [true, true]),
            ([7, 1], [true, false]), ([0, 5], [false, true]),
            ([1, 0], [true, false]),
            ([.max, .max / 2, .max], [true, false, true]),
        ] as [([Int64], [Bool])]
    )
    func share(rows: [Int64], counts: [Bool]) {
        #expect(judged(rows, ShrinkageRule(mostPercent: 20, mayBeEmpty: false)) == counts)
    }

    @Test("where no share is allowed for, only an empty export is in doubt, unless it may be empty")
    func any() {
        #expect(judged([100, 1, 0], ShrinkageRule(mostPercent: nil, mayBeEmpty: false)) == [true, true, false])
        #expect(judged([100, 1, 0], ShrinkageRule(mostPercent: nil, mayBeEmpty: true)) == [true, true, true])
        #expect(judged([100, 0], ShrinkageRule(mostPercent: 20, mayBeEmpty: true)) == [true, false])
    }

    @Test("from a day on which a person says the register is smaller, exports are held against those since")
    func accepted() {
        let second = ShrinkageRule(
            mostPercent: 20,
            mayBeEmpty: false,
            acceptedDays: [Day(number: 20_002)]
        )
        #expect(judged([100, 20, 21, 20, 5], second) == [true, false, true, true, false])
        // A day nobody exported on is as good: what counts is that it lies between.
        #expect(
            judged([100, 10], ShrinkageRule(mostPercent: 20, mayBeEmpty: false, acceptedDays: [Day(number: 20_001)]))
                == [true, true]
        )
        #expect(
            judged(
                [10],
                ShrinkageRule(mostPercent: 20, mayBeEmpty: false, acceptedDays: [Day(number: 20_000)]),
                after: 100
            ) == [true]
        )
        #expect(
            judged(
                [10],
                ShrinkageRule(mostPercent: 20, mayBeEmpty: false, acceptedDays: [Day(number: 19_999)]),
                after: 100
            ) == [false]
        )
    }

    @Test("a second drop on the day that is accepted is accepted too, one on the next day is not")
    func sameDay() {
        let rule = ShrinkageRule(mostPercent: 20, mayBeEmpty: false, acceptedDays: [Day(number: 20_000)])
        let sizes = [(0, 100), (1, 50), (2, 25), (24, 10)].map { hours, rows in
            RegisterSize(at: Self.noon.adding(seconds: Int64(hours) * 3600), rows: Int64(rows))
        }
        #expect(rule.judge(sizes, after: nil) == [true, true, true, false])
    }

    @Test("one with rejected rows neither counts nor is a measure")
    func unsound() {
        let rule = ShrinkageRule(mostPercent: 20, mayBeEmpty: false)
        let sizes = [(100, true), (150, false), (90, true), (10, false)].enumerated().map { day, size in
            RegisterSize(at: Self.noon.adding(seconds: Int64(day) * 86_400), rows: Int64(size.0), isSound: size.1)
        }
        #expect(rule.judge(sizes, after: nil) == [true, false, true, false])
    }
}
