extension SubjectKind {
    /// The kind of record a subject is or begins with, whose natural key names it; nil where it is no record.
    package var recordKind: Kind? {
        switch self {
        case .stop, .test: .breathTest
        case .notice: .notice
        case .caseFile: .caseFile
        case .recording: .recording
        case .violation: .robotViolation
        case .complaint: .complaint
        case .accident: .accident
        case .examSession: .examSession
        case .device, .day, .month: nil
        }
    }
}
