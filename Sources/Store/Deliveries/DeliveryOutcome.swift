/// What became of a file.
package enum DeliveryOutcome: Equatable, Sendable {
    case taken(number: Int64, DeliveryCounts)
    /// The same bytes were delivered before.
    case known(number: Int64)
    /// Nothing of it could be read; it is recorded all the same.
    case unreadable(number: Int64, because: String)
}

/// The four fates of the rows read. They add up, always.
package struct DeliveryCounts: Equatable, Sendable {
    package var stored: Int64
    package var revised: Int64
    package var unchanged: Int64
    package var rejected: Int64

    package init(stored: Int64, revised: Int64, unchanged: Int64, rejected: Int64) {
        self.stored = stored
        self.revised = revised
        self.unchanged = unchanged
        self.rejected = rejected
    }

    package var read: Int64 { stored + revised + unchanged + rejected }
}
