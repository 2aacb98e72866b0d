/// One breath test as matching sees it.
package struct StopTest: Equatable, Sendable {
    /// Natural key of the record.
    package var key: String
    package var device: String
    package var recordNo: Int64?
    package var testedAt: Instant
    /// The highest value of the test: for altered records the highest of all revisions.
    package var alcohol: Alcohol?
    package var mode: Mode
    /// False where the device itself marked the blow as faulty.
    package var isValid: Bool
    package var unit: String
    package var officer: String
    package var person: Token?
    /// The person's ID fails its own check: it may confirm that two records speak of one person, never that they do not.
    package var isPersonDoubtful: Bool
    package var plate: Token?
    package var name: Token?
    /// Nil where the record does not say.
    package var isMotor: Bool?

    package enum Mode: String, Sendable, CaseIterable {
        case active, passive, refused, calibration, demo
        case selfCheck = "self_check"
    }

    package init(
        key: String,
        device: String,
        recordNo: Int64?,
        testedAt: Instant,
        alcohol: Alcohol?,
        mode: Mode,
        isValid: Bool,
        unit: String,
        officer: String,
        person: Token?,
        isPersonDoubtful: Bool = false,
        plate: Token?,
        name: Token?,
        isMotor: Bool?
    ) {
        self.key = key
        self.device = device
        self.recordNo = recordNo
        self.testedAt = testedAt
        self.alcohol = alcohol
        self.mode = mode
        self.isValid = isValid
        self.unit = unit
        self.officer = officer
        self.person = person
        self.isPersonDoubtful = isPersonDoubtful
        self.plate = plate
        self.name = name
        self.isMotor = isMotor
    }
}
