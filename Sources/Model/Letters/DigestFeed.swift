/// The state of one feed, and that nothing it brought was lost.
package struct DigestFeed: Equatable, Sendable {
    package var name: String
    package var kind: Kind
    package var deliveries: Int64
    /// Deliveries that could not be read at all.
    package var unreadable: Int64
    package var read: Int64
    package var stored: Int64
    package var revised: Int64
    package var unchanged: Int64
    package var rejected: Int64
    /// Rejected rows nobody has seen to: neither replayed nor discarded.
    package var rejectedOpen: Int64
    /// Until when the feed is known complete; nil where it never was.
    package var completeUntil: Instant?
    /// Deliveries whose rejected rows hold the completeness back until a person sees to them.
    package var holding: Int64
    package var lastDelivery: Instant?
    /// Why the last poll failed; nil where it did not.
    package var trouble: String?
    /// Clean deliveries prove more than the feed is complete to: rows nobody saw to, a file that waits or was missed, or a
    /// gap in its rhythm keeps it back.
    package var lagsBehindProof: Bool
    /// Records one whole export lacks that showed them before.
    package var missed: Int64
    /// Records a second one lacks too.
    package var vanished: Int64
    /// In what it does not bring what is expected of it, one line each; empty where it does.
    package var symptoms: [String]

    package init(
        name: String,
        kind: Kind,
        deliveries: Int64,
        unreadable: Int64,
        read: Int64,
        stored: Int64,
        revised: Int64,
        unchanged: Int64,
        rejected: Int64,
        completeUntil: Instant?,
        holding: Int64,
        lastDelivery: Instant?,
        trouble: String?,
        lagsBehindProof: Bool = false,
        rejectedOpen: Int64 = 0,
        missed: Int64 = 0,
        vanished: Int64 = 0,
        symptoms: [String] = []
    ) {
        self.name = name
        self.kind = kind
        self.deliveries = deliveries
        self.unreadable = unreadable
        self.read = read
        self.stored = stored
        self.revised = revised
        self.unchanged = unchanged
        self.rejected = rejected
        self.completeUntil = completeUntil
        self.holding = holding
        self.lastDelivery = lastDelivery
        self.trouble = trouble
        self.lagsBehindProof = lagsBehindProof
        self.rejectedOpen = rejectedOpen
        self.missed = missed
        self.vanished = vanished
        self.symptoms = symptoms
    }
}
