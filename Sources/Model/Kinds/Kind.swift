/// A kind of record Docket understands. The raw value names the kind in configuration and its table in PostgreSQL.
package enum Kind: String, CaseIterable, Sendable, Codable {
    case breathTest = "breath_test"
    case breathTester = "breath_tester"
    case caseFile = "case_file"
    case camera
    case recording
    case robot
    case robotViolation = "robot_violation"
    case notice
    case internalTest = "internal_test"

    /// Whether its records tell of something that happened at a time, as the rows of a register of things do not.
    package var hasEventTime: Bool {
        switch self {
        case .breathTester, .camera, .robot: false
        case .breathTest, .caseFile, .recording, .robotViolation, .notice, .internalTest: true
        }
    }

    /// The fields of this kind, in column order.
    package var schema: KindSchema {
        switch self {
        case .breathTest: .breathTest
        case .breathTester: .breathTester
        case .caseFile: .caseFile
        case .camera: .camera
        case .recording: .recording
        case .robot: .robot
        case .robotViolation: .robotViolation
        case .notice: .notice
        case .internalTest: .internalTest
        }
    }
}
