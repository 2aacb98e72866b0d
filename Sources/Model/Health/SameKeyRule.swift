/// What is made of rows of one file that bear one key and say different things. All of them are kept either way, as
/// versions of one record.
package enum SameKeyRule: String, Sendable, CaseIterable, Codable {
    /// The key is taken for too short: different things may have become one record.
    case doubt
    /// They are versions of one thing, in their order.
    case versions
}
