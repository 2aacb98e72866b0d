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

    package init(
        lastExport: Instant? = nil,
        volumes: [DayVolume] = [],
        columns: [String] = [],
        columnsBefore: [String] = [],
        delivery: Int64? = nil,
        rejected: Int64 = 0
    ) {
        self.lastExport = lastExport
        self.volumes = volumes
        self.columns = columns
        self.columnsBefore = columnsBefore
        self.delivery = delivery
        self.rejected = rejected
    }
}
