/// One breath test as matching sees it.
///
/// A class for speed alone: a full review hands hundreds of thousands of them from list to list. It never changes.
package final class StopTest: Sendable {
    /// Natural key of the record.
    package let key: String
    package let device: String
    package let recordNo: Int64?
    package let testedAt: Instant
    /// The highest value of the test: for altered records the highest of all revisions.
    package let alcohol: Alcohol?
    package let mode: Mode
    /// False where the device itself marked the blow as faulty.
    package let isValid: Bool
    package let unit: String
    package let officer: String
    package let person: Token?
    /// The person's ID fails its own check: it may confirm that two records speak of one person, never that they do not.
    package let isPersonDoubtful: Bool
    package let plate: Token?
    package let name: Token?
    /// Nil where the record does not say.
    package let isMotor: Bool?

    /// How a test was made, as far as its value depends on it.
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

extension StopTest: Equatable {
    package static func == (left: StopTest, right: StopTest) -> Bool {
        left === right
            || (left.key, left.device, left.recordNo, left.testedAt) == (
                right.key, right.device, right.recordNo, right.testedAt
            )
                && (left.alcohol, left.mode, left.isValid) == (right.alcohol, right.mode, right.isValid)
                && (left.unit, left.officer, left.isMotor) == (right.unit, right.officer, right.isMotor)
                && (left.person, left.isPersonDoubtful) == (right.person, right.isPersonDoubtful)
                && (left.plate, left.name) == (right.plate, right.name)
    }
}
