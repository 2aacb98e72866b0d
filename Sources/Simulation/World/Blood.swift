/// The blood of a case on its way. Seconds since 1970 UTC.
package struct Blood: Sendable {
    package var drawnAt: Int64
    package var sentAt: Int64?
    package var receivedAt: Int64?
    package var reportedAt: Int64?
    package var notifiedAt: Int64?
    /// When the party could not be reached.
    package var attemptedAt: Int64?
    package var hundredths: Int64
    /// The number of the tube for the test; the spare one ends in 2.
    package var tube: String
    package var hasSpare = true
    /// A written account stands in for what the register lacks.
    package var isDocumented = false
    /// Who drew, sealed, sent and received it.
    package var people: [String]
}
