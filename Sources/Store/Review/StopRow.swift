package import Model

/// A stop as it is stored.
package struct StopRow: Equatable, Sendable {
    package var key: String
    package var device: String
    package var unit: String
    package var officer: String
    package var firstAt: Instant
    package var lastAt: Instant
    package var positiveAt: Instant
    package var alcohol: Alcohol?
    package var bracket: String
    package var dutyTest: String
    package var dutyAt: Instant
    package var isRefused: Bool
    package var isMotor: Bool
    /// Why no test of it is a driver test; nil where one is.
    package var exempt: String?
    package var isCovered: Bool
    package var tests: [Member]

    /// A test of the stop as it is stored with it, and why it does not count, if it does not.
    package struct Member: Equatable, Sendable {
        package var key: String
        package var device: String
        package var recordNo: Int64?
        package var testedAt: Instant
        package var unit: String
        package var person: Token?
        package var isPersonDoubtful: Bool
        package var plate: Token?
        package var name: Token?
        package var excluded: String?
    }

    package init(
        key: String,
        device: String,
        unit: String,
        officer: String,
        firstAt: Instant,
        lastAt: Instant,
        positiveAt: Instant,
        alcohol: Alcohol?,
        bracket: String,
        dutyTest: String,
        dutyAt: Instant,
        isRefused: Bool,
        isMotor: Bool,
        exempt: String?,
        isCovered: Bool,
        tests: [Member]
    ) {
        self.key = key
        self.device = device
        self.unit = unit
        self.officer = officer
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.positiveAt = positiveAt
        self.alcohol = alcohol
        self.bracket = bracket
        self.dutyTest = dutyTest
        self.dutyAt = dutyAt
        self.isRefused = isRefused
        self.isMotor = isMotor
        self.exempt = exempt
        self.isCovered = isCovered
        self.tests = tests
    }
}

extension StopRow.Member {
    /// The test as far as it is stored with its stop.
    var test: StopTest {
        StopTest(
            key: key,
            device: device,
            recordNo: recordNo,
            testedAt: testedAt,
            alcohol: nil,
            mode: .active,
            isValid: true,
            unit: unit,
            officer: "",
            person: person,
            isPersonDoubtful: isPersonDoubtful,
            plate: plate,
            name: name,
            isMotor: nil
        )
    }

    package init(test: StopTest, excluded: String?) {
        self.init(
            key: test.key,
            device: test.device,
            recordNo: test.recordNo,
            testedAt: test.testedAt,
            unit: test.unit,
            person: test.person,
            isPersonDoubtful: test.isPersonDoubtful,
            plate: test.plate,
            name: test.name,
            excluded: excluded
        )
    }
}
