package import Feeds
import FoundationEssentials
package import Model
package import Settings

/// Reads a file exactly as intake would, and stores nothing.
package struct FeedTrial: Sendable {
    private let feed: FeedDefinition
    private let law: Law
    private let most: Int

    /// - Parameters:
    ///   - feed: as it is set up.
    ///   - law: whose units and thresholds bind it.
    ///   - most: how many records, and how many rejections, to show.
    package init(feed: FeedDefinition, law: Law, most: Int) {
        self.feed = feed
        self.law = law
        self.most = most
    }

    /// - Throws: `UnreadableDelivery`, `ArchiveFault`.
    package func run(_ path: String, show: (String) -> Void) throws -> DeliveryTally {
        let place = FileManager.default.temporaryDirectory.appending(path: "docket-try-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: place) }
        let file = try Archive(directory: place).take(path)
        var (shown, refused) = (0, 0)
        return try DeliveryReader(feed: feed, law: law).read(
            file,
            each: { draft in
                guard shown < most else { return }
                shown += 1
                show(line(draft))
            },
            rejected: { rejection, _ in
                guard refused < most else { return }
                refused += 1
                let column = rejection.column.map { " \($0)" } ?? ""
                show("✗ 第\(rejection.line)行 line \(rejection.line)\(column): \(rejection.explanation)")
            }
        )
    }

    /// The record in one line, personal data masked.
    private func line(_ draft: RecordDraft) -> String {
        let key = draft.key.map { text($0, draft) } ?? "(按内容 by content)"
        let values = zip(feed.kind.schema.fields, draft.cells).compactMap { field, cell -> String? in
            switch cell {
            case .absent: return nil
            case .text(let range): return "\(field.name)=\(text(range, draft))"
            case .personal(_, let masked): return "\(field.name)=\(text(masked, draft))"
            case .integer(let value): return "\(field.name)=\(number(value, field.type))"
            }
        }
        return "✓ 第\(draft.line)行 line \(draft.line) \(key): " + values.joined(separator: " ")
    }

    private func text(_ range: Range<Int>, _ draft: RecordDraft) -> String {
        String(decoding: draft.bytes[range], as: UTF8.self)
    }

    private func number(_ value: Int64, _ type: FieldType) -> String {
        switch type {
        case .instant: Instant(microseconds: value).chinaSecondText
        case .date: Day(number: Int32(clamping: value)).text
        case .alcohol: "\(Alcohol(hundredths: value))"
        case .flag: value == 0 ? "false" : "true"
        default: "\(value)"
        }
    }
}
