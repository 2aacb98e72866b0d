/// Up to which moment what a server sends is said to show everything, where no file name tells it.
package enum ExportMoment: String, Sendable, CaseIterable, Codable {
    /// HTTP's header `Date`.
    case dateHeader = "date_header"
    /// When it was asked for, by our clock.
    case requestTime = "request_time"
    /// Where the window of time ends that was asked for.
    case windowEnd = "window_end"
    /// When the query's transaction began, by that database's clock.
    case snapshotTime = "snapshot_time"
}
