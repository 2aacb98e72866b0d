package import Model

/// A file which as a whole wants a person, and nobody has seen to.
package struct FileInDoubt: Equatable, Sendable {
    package var delivery: Int64
    package var feed: String
    package var fileName: String
    package var trouble: Trouble
    package var receivedAt: Instant
    /// Whether it keeps its feed from being complete.
    package var holdsBack: Bool

    /// Why it wants one.
    package enum Trouble: Equatable, Sendable {
        /// Nothing could be read of it.
        case unreadable(String)
        /// It has the bytes of the delivery of this number, which was exported earlier: its own rows are missing.
        case repetition(of: Int64)
    }
}
