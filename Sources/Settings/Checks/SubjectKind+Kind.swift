import Model

extension SubjectKind {
    /// The kind of record a subject begins with, whose natural key names it.
    var kind: Kind {
        switch self {
        case .stop: .breathTest
        case .notice: .notice
        }
    }
}
