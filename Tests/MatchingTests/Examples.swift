import Matching
import Model

/// 2025-03-03 21:00 in Asia/Shanghai, from which the examples count.
let evening = Instant(microseconds: 1_741_006_800_000_000)

func minutes(_ count: Int64) -> Instant { evening.adding(seconds: count * 60) }
func seconds(_ count: Int64) -> Instant { evening.adding(seconds: count) }
func token(_ number: UInt64) -> Token { Token(high: 7, low: number) }

let stopRules = StopRules(deviceGapSeconds: 15 * 60, identityGapSeconds: 60 * 60)
let caseRules = CaseRules(
    personWindowSeconds: 48 * 3600,
    plateWindowSeconds: 48 * 3600,
    nameWindowSeconds: 24 * 3600,
    shownWindowSeconds: 7 * 86_400,
    toleranceSeconds: 300,
    occasionSeconds: 2 * 3600,
    unitPrefixLength: 6
)

func test(
    _ recordNo: Int64?,
    at time: Instant,
    _ alcohol: Int64? = 0,
    device: String = "JC01",
    key: String? = nil,
    mode: StopTest.Mode = .active,
    isValid: Bool = true,
    unit: String = "430821010000",
    officer: String = "080123",
    person: UInt64? = nil,
    isPersonDoubtful: Bool = false,
    plate: UInt64? = nil,
    name: UInt64? = nil,
    isMotor: Bool? = nil
) -> StopTest {
    StopTest(
        key: key ?? "\(device)|\(recordNo.map(String.init) ?? "-")|\(time.microseconds)",
        device: device,
        recordNo: recordNo,
        testedAt: time,
        alcohol: alcohol.map { Alcohol(hundredths: $0) },
        mode: mode,
        isValid: isValid,
        unit: unit,
        officer: officer,
        person: person.map(token),
        isPersonDoubtful: isPersonDoubtful,
        plate: plate.map(token),
        name: name.map(token),
        isMotor: isMotor
    )
}

func caseRecord(
    _ key: String,
    at time: Instant?,
    device: String? = nil,
    recordNo: Int64? = nil,
    unit: String = "430821000000",
    person: UInt64? = nil,
    plate: UInt64? = nil,
    name: UInt64? = nil,
    isVoid: Bool = false
) -> CaseRecord {
    CaseRecord(
        key: key,
        device: device,
        recordNo: recordNo,
        time: time,
        unit: unit,
        person: person.map(token),
        plate: plate.map(token),
        name: name.map(token),
        isVoid: isVoid
    )
}

func stops(_ tests: [StopTest], _ exclusions: [String: TestExclusion] = [:]) -> [Stop] {
    StopGrouping(rules: stopRules).stops(of: tests, exclusions: exclusions)
}
