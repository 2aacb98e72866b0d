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
    case bloodSample = "blood_sample"
    case duty
    case complaint
    case exhibit
    case deviceCounter = "device_counter"
    case testTally = "test_tally"
    case supply
    case examSession = "exam_session"
    case examRecording = "exam_recording"
    case cameraInspection = "camera_inspection"
    case accident

    /// Whether its records tell of something that happened at a time, as the rows of a register of things do not.
    package var hasEventTime: Bool {
        switch self {
        case .breathTester, .camera, .robot: false
        case .breathTest, .caseFile, .recording, .robotViolation, .notice, .internalTest, .bloodSample, .duty,
            .complaint, .exhibit, .deviceCounter, .testTally, .supply, .examSession, .examRecording,
            .cameraInspection, .accident:
            true
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
        case .bloodSample: .bloodSample
        case .duty: .duty
        case .complaint: .complaint
        case .exhibit: .exhibit
        case .deviceCounter: .deviceCounter
        case .testTally: .testTally
        case .supply: .supply
        case .examSession: .examSession
        case .examRecording: .examRecording
        case .cameraInspection: .cameraInspection
        case .accident: .accident
        }
    }
}
