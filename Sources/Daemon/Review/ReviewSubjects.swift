import Settings
import Model

/// What a review looks at, by kind of subject.
struct ReviewSubjects {
    var stops: [String]
    /// Stops that are no more: their tests belong to others now, or are not positive any longer.
    var goneStops: [String]
    var notices: [String]

    func keys(of kind: SubjectKind) -> [String] {
        switch kind {
        case .stop: stops
        case .notice: notices
        }
    }
}
