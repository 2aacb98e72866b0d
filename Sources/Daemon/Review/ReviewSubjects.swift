import Settings
import Model

/// What a review looks at, by kind of subject.
struct ReviewSubjects {
    var stops: [String]
    /// Stops that are no more, because their tests belong to others now or are not positive any longer, with the test
    /// that made the duty of each.
    var goneStops: [String: String]
    var notices: [String]

    func keys(of kind: SubjectKind) -> [String] {
        switch kind {
        case .stop: stops
        case .notice: notices
        }
    }
}
