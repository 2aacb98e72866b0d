/// What a feed brought of late, as the store keeps it.
package struct FeedObservation: Equatable, Sendable {
    /// The latest time of an export, or of a delivery that tells none; nil before the first.
    package var lastExport: Instant?
    /// Rows by day; the days of which more may still come are left out.
    package var volumes: [DayVolume]
    /// Columns of the latest delivery that could be read.
    package var columns: [String]
    /// Columns of those in the eight weeks before it.
    package var columnsBefore: [String]
    /// The number of that delivery, and its rejected rows nobody has seen to.
    package var delivery: Int64?
    package var rejected: Int64
    /// A delivery of the last day under keys of which different things stand.
    package var disputed: DisputedKeys?
    /// Set where the latest export of a register does not count.
    package var shrinkage: Shrinkage?
    /// The earliest delivery that repeats another, and nothing came in its place.
    package var repetition: Repetition?

    /// A register that is too small to be believed.
    package struct Shrinkage: Equatable, Sendable {
        package var latest: RegisterSize
        /// The last export that counts; nil where none did.
        package var whole: RegisterSize?

        package init(latest: RegisterSize, whole: RegisterSize?) {
            self.latest = latest
            self.whole = whole
        }
    }

    /// How many keys of a delivery stand for rows that differ.
    package struct DisputedKeys: Equatable, Sendable {
        package var delivery: Int64
        package var keys: Int64

        package init(delivery: Int64, keys: Int64) {
            self.delivery = delivery
            self.keys = keys
        }
    }

    /// A delivery with the bytes of another, by their numbers.
    package struct Repetition: Equatable, Sendable {
        package var delivery: Int64
        package var original: Int64

        package init(delivery: Int64, original: Int64) {
            self.delivery = delivery
            self.original = original
        }
    }

    package init(
        lastExport: Instant? = nil,
        volumes: [DayVolume] = [],
        columns: [String] = [],
        columnsBefore: [String] = [],
        delivery: Int64? = nil,
        rejected: Int64 = 0,
        disputed: DisputedKeys? = nil,
        shrinkage: Shrinkage? = nil,
        repetition: Repetition? = nil
    ) {
        self.lastExport = lastExport
        self.volumes = volumes
        self.columns = columns
        self.columnsBefore = columnsBefore
        self.delivery = delivery
        self.rejected = rejected
        self.disputed = disputed
        self.shrinkage = shrinkage
        self.repetition = repetition
    }
}
