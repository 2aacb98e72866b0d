/// What a vendor's platform hands out over HTTP in place of files in a folder: in which format, and in what pages.
package struct PlatformOffer: Equatable, Sendable {
    package let feed: String
    package let format: ExportFormat
    package let paging: Paging
    /// Whether an answer is known again by a tag (`ETag`), or by the time it was last changed (`Last-Modified`).
    var showsTag = true

    /// How pages follow each other.
    package enum Paging: Equatable, Sendable {
        /// The whole register at once.
        case whole
        /// The answer holds a mark of the next page, which goes into the parameter `cursor`.
        case cursor
        /// The answer holds the address of the next page.
        case next
        /// The header `Link` leads to the next page.
        case link
        /// Pages have numbers from 1, in the parameter `page`; an empty one comes after the last.
        case number
        /// The parameters `from` and `to` bound a day of UTC, in seconds since 1970.
        case window
    }

    /// Every feed that comes so. The other registers stay files in folders: what vanished from one is told only by those
    /// before.
    package static let all = [
        PlatformOffer(feed: "exhibits", format: ExportFormat(.xlsx), paging: .whole),
        PlatformOffer(feed: "blood-samples", format: ExportFormat(.xml, .gzip), paging: .whole, showsTag: false),
        PlatformOffer(feed: "breath-tests", format: ExportFormat(.csv), paging: .window),
        PlatformOffer(feed: "breath-tests-b", format: ExportFormat(.json), paging: .next),
        PlatformOffer(feed: "recordings", format: ExportFormat(.json), paging: .cursor),
        PlatformOffer(feed: "robot-violations", format: ExportFormat(.jsonLines), paging: .number),
        PlatformOffer(feed: "notices", format: ExportFormat(.tsv, .zip), paging: .link),
    ]

    static func of(_ feed: String) -> PlatformOffer? { all.first { $0.feed == feed } }

    /// The section of a feed's file that says how its pages follow each other; nil where there is one only.
    ///
    /// - Parameter start: `yyyy-MM-dd` of the first window.
    /// - Returns: what stands behind `paging`.
    func setting(start: String) -> String? {
        switch paging {
        case .whole: nil
        case .cursor: "{ cursor: data.next, parameter: cursor }"
        case .next: "{ next: data.next }"
        case .link: "{ link: next }"
        case .number: "{ page: page, first: 1 }"
        case .window:
            "{ since: from, until: to, window: 1d, start: \(start), format: unix, zone: UTC }"
        }
    }
}
