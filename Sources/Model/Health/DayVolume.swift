/// How many rows a feed brought on one day, by the time of export.
package struct DayVolume: Equatable, Sendable {
    package var day: Day
    package var rows: Int64

    package init(day: Day, rows: Int64) {
        self.day = day
        self.rows = rows
    }
}

/// A day that brought far less than its weekday does.
package struct VolumeDrop: Equatable, Sendable {
    package var day: Day
    package var rows: Int64
    /// Of the same weekday in the weeks before.
    package var median: Int64

    package init(day: Day, rows: Int64, median: Int64) {
        self.day = day
        self.rows = rows
        self.median = median
    }
}
