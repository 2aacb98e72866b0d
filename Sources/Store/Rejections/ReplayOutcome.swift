/// What came of reading the rejected rows of one delivery again.
package struct ReplayOutcome: Equatable, Sendable {
    /// The replay's own number.
    package var number: Int64
    package var delivery: Int64
    package var feed: String
    /// Rows read in place of the rejected ones: the four fates add up.
    package var counts: DeliveryCounts
    /// Rejections where no row stands any more, such as a footer the settings now know.
    package var noRow: Int64
    /// Whether the delivery held its feed back and no longer does.
    package var isReleased: Bool
}
