package import Model

/// How the pages of an HTTP source follow each other.
package enum HTTPPaging: Equatable, Sendable {
    /// The whole in one answer.
    case none
    /// The answer holds a token for the next page, which goes into a parameter of the URL.
    case cursor(path: [String], parameter: String)
    /// The answer holds the URL of the next page.
    case next(path: [String])
    /// The URL of the next page stands in the header `Link` with `rel="next"` (RFC 8288).
    case link
    /// Pages have numbers; one without rows comes after the last.
    case page(parameter: String, first: Int64)
    /// Each answer covers a stretch of time.
    case window(TimeWindow)

    /// Stretches of time that follow each other without a gap.
    package struct TimeWindow: Equatable, Sendable {
        /// The parameter with its beginning.
        package var since: String
        /// The parameter with its end, which belongs to the next window.
        package var until: String
        /// Seconds from beginning to end.
        package var length: Int64
        /// Where the first one begins.
        package var start: Instant
        /// Seconds after its end from which a window is asked for: by then the source has what belongs in it.
        package var lag: Int64
        /// Seconds by which each begins before the end of the one before, for what came late.
        package var overlap: Int64
        /// How times are written.
        package var format: WrittenTime
        /// IANA name or fixed offset of the times' zone.
        package var zone: String

        package init(
            since: String,
            until: String,
            length: Int64,
            start: Instant,
            lag: Int64 = 0,
            overlap: Int64 = 0,
            format: WrittenTime,
            zone: String
        ) {
            self.since = since
            self.until = until
            self.length = length
            self.start = start
            self.lag = lag
            self.overlap = overlap
            self.format = format
            self.zone = zone
        }
    }
}
