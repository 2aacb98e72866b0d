import Model
import Settings

/// What a review looks at, by kind of subject.
struct ReviewSubjects {
    /// The subjects of each kind. Of a kind that is not named everything there is is looked at.
    var keys: [SubjectKind: [String]] = [:]
    /// Stops that are no more, because their tests belong to others now or are not positive any longer, with the test
    /// that made the duty of each.
    var goneStops: [String: String] = [:]

    var count: Int { keys.values.reduce(0) { $0 + $1.count } }
}
