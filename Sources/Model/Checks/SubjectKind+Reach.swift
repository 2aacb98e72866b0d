extension SubjectKind {
    /// The kinds of record whose changes are followed to subjects of this kind: only of these may the SQL of a check speak,
    /// or a change of another would go by unseen.
    package var reachedBy: Set<Kind> {
        switch self {
        case .stop: [.breathTest, .caseFile, .recording, .internalTest, .breathTester, .bloodSample]
        case .notice: [.notice, .robotViolation, .robot]
        case .test: [.breathTest, .internalTest, .breathTester, .duty]
        case .caseFile: [.caseFile, .breathTest, .recording, .internalTest, .breathTester, .bloodSample, .exhibit]
        case .recording: [.recording]
        case .violation: [.robotViolation, .notice, .complaint]
        case .complaint: [.complaint, .notice, .robotViolation]
        case .accident: [.accident, .breathTest]
        case .examSession: [.examSession, .examRecording]
        case .device: [.breathTest, .breathTester, .deviceCounter]
        case .day: [.breathTest, .internalTest, .breathTester]
        case .month: [.breathTest, .deviceCounter, .testTally, .supply, .camera, .cameraInspection]
        }
    }
}
