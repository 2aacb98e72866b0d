/// In which formats a simulation writes its exports.
package enum FormatChoice: Equatable, Sendable {
    /// Every feed alike.
    case all(ExportFormat)
    /// Each feed in another, so that all are there.
    case mixed

    /// As the vendors have always written them.
    package static let plain = FormatChoice.all(ExportFormat(.csv))

    /// Every name `init(named:)` knows, without those of packed formats.
    package static let names = ExportForm.allCases.map(\.rawValue) + ["mixed"]

    /// - Parameter name: `mixed`, or that of a format such as `json` or `xlsx.zip`; nil comes of any other.
    package init?(named name: String) {
        if name == "mixed" {
            self = .mixed
        } else if let format = ExportFormat(named: name) {
            self = .all(format)
        } else {
            return nil
        }
    }

    /// The format of a feed.
    package func format(of feed: String) -> ExportFormat {
        switch self {
        case .all(let format): format
        case .mixed: Self.mixture[feed] ?? ExportFormat(.csv)
        }
    }

    private static let mixture = [
        "breath-testers": ExportFormat(.xlsx), "cameras": ExportFormat(.csvUTF16), "robots": ExportFormat(.json),
        "internal-tests": ExportFormat(.ods), "breath-tests": ExportFormat(.csv, .gzip),
        "breath-tests-b": ExportFormat(.jsonLines), "cases-county": ExportFormat(.xlsx, .zip),
        "cases-direct": ExportFormat(.xml, .gzip), "recordings": ExportFormat(.tsv, .zip),
        "robot-violations": ExportFormat(.json, .gzip), "notices": ExportFormat(.csvGB18030),
    ]
}
