import Matching
import Model
import Testing

@Suite struct ExclusionTests {
    private let rules = ExclusionRules(
        calibrationPoint: Alcohol(hundredths: 8800),
        tolerance: Alcohol(hundredths: 300)
    )
    private let day = Day(number: 20_150)

    private func exclusion(_ test: StopTest, spans: [InternalSpan] = [], days: Set<Day> = []) -> TestExclusion? {
        rules.exclusion(of: test, by: DeviceRegister(spans: spans, verificationDays: days))
    }

    @Test("a calibration row counts as a driver test unless the device is on a job that day")
    func calibration() {
        let row = test(1, at: minutes(0), 8800, mode: .calibration)
        #expect(exclusion(row) == nil)
        #expect(exclusion(row, days: [Day(number: 20_149)]) == nil)
        #expect(exclusion(row, days: [day]) == .calibrationJob)
        #expect(stops([row]).first?.dutyAlcohol == Alcohol(hundredths: 8800))
    }

    @Test(
        "on the day of a job only nameless rows near the gas are excused",
        arguments: [
            (8800, true), (8500, true), (9100, true), (8499, false), (9101, false),
        ]
    )
    func nearThePoint(hundredths: Int64, isExcused: Bool) {
        #expect(exclusion(test(1, at: minutes(0), hundredths), days: [day]) == (isExcused ? .calibrationJob : nil))
        #expect(exclusion(test(1, at: minutes(0), hundredths, plate: 3), days: [day]) == nil)
    }

    @Test("the day of a job is the day in Asia/Shanghai")
    func localDay() {
        let midnight = Instant(microseconds: 1_741_017_600_000_000)
        let row = test(1, at: midnight, 0, mode: .selfCheck)
        #expect(exclusion(row, days: [Day(number: 20_151)]) == .selfCheck)
        let before = test(1, at: midnight.adding(seconds: -1), 0, mode: .demo)
        #expect(exclusion(before, days: [day]) == .demo)
    }

    @Test("only a signed span of the same device excuses an internal test, its ends included")
    func internalTest() {
        var span = InternalSpan(device: "JC01", from: minutes(0), to: minutes(30), isSigned: true)
        #expect(exclusion(test(1, at: minutes(0), 9000), spans: [span]) == .internalTest)
        #expect(exclusion(test(1, at: minutes(30), 9000), spans: [span]) == .internalTest)
        #expect(exclusion(test(1, at: seconds(1801), 9000), spans: [span]) == nil)
        #expect(exclusion(test(1, at: minutes(1), 9000, device: "JC02"), spans: [span]) == nil)
        span.isSigned = false
        #expect(exclusion(test(1, at: minutes(1), 9000), spans: [span]) == nil)
    }

    @Test("a passive test never counts by its number, nor a blow the device called faulty")
    func passiveAndFaulty() {
        let passive = test(1, at: minutes(0), 12_000, mode: .passive)
        let faulty = test(2, at: minutes(1), 9000, isValid: false)
        #expect(exclusion(passive) == .passive)
        #expect(exclusion(faulty) == .invalid)
        #expect(stops([faulty]).first?.dutyAlcohol == nil, "whether or not it was excluded")
        let rows = [passive, faulty, test(3, at: minutes(2), 2100)]
        let found = stops(rows, [passive.key: .passive, faulty.key: .invalid])
        #expect(found.first?.dutyAlcohol == Alcohol(hundredths: 2100))
        #expect(found.first?.exemption == nil)
        #expect(stops([passive], [passive.key: .passive]).first?.exemption == .passive)
    }
}
