/// What is made of an increment that has rows, and the bytes of an earlier export.
package enum RepetitionRule: String, Sendable, CaseIterable, Codable {
    /// Its own rows are taken for missing until they come, or a person says that they are not.
    case doubt
    /// It is passed over: it proves nothing, and a gap it leaves shows by the rhythm of the feed.
    case pass
}
