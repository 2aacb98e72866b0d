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
