package import Feeds
package import Model
import Settings

/// What a file would become: how it was decoded, which columns are used, and why rows were rejected.
package struct TrialReport: Sendable {
    package private(set) var parts: [Part] = []
    /// The first records, masked.
    package private(set) var records: [FeedTrial.Row] = []
    /// The first rejections.
    package private(set) var rejections: [FeedTrial.Row] = []
    /// All rejections by cause, the most frequent first.
    package private(set) var causes: [Cause] = []
    /// Values that are stored though they fail their check, the most frequent first.
    package private(set) var flaws: [TrialFlaw] = []
    package private(set) var tally = DeliveryTally()
    /// Rows whose key an earlier row had.
    package private(set) var repeats = TrialRepeats()

    /// One part of the file.
    package struct Part: Sendable {
        package let part: DeliveryPart
        /// Each column that is used, and the fields it fills.
        package let mapped: [(column: String, fields: [String])]
        /// Columns the feed leaves out on purpose.
        package let ignored: [String]
        /// Columns the feed does not speak of.
        package let unmapped: [String]
        /// Mapped names the part does not have.
        package let missing: [String]
        /// Rows that are no records: titles, sums, notes, blank rows.
        package fileprivate(set) var skipped: Int64 = 0
    }

    /// Rejections of one reason in one column.
    package struct Cause: Sendable {
        package let reason: RowRejection.Reason
        package let column: String?
        /// Of the first of them.
        package let explanation: String
        package fileprivate(set) var rows: Int64 = 0
        /// The first lines.
        package fileprivate(set) var lines: [Int64] = []
    }

    static let mostLines = 5

    /// - Throws: `UnreadableDelivery`, `ArchiveFault`.
    package init(of trial: FeedTrial, _ path: String) throws {
        var parts: [Part] = []
        var (records, rejections): ([FeedTrial.Row], [FeedTrial.Row]) = ([], [])
        var causes: [Cause] = []
        var flaws: [TrialFlaw] = []
        var keys = KeyWatch()
        tally = try trial.read(
            path,
            part: { event in
                switch event {
                case .begins(let part): parts.append(Part(part, trial))
                case .ends(let skipped): if let last = parts.indices.last { parts[last].skipped = skipped }
                }
            },
            show: { row in
                if case .record = row { records.append(row) } else { rejections.append(row) }
            },
            refused: { rejection in
                let known = causes.firstIndex { $0.reason == rejection.reason && $0.column == rejection.column }
                let index = known ?? causes.endIndex
                if known == nil { causes.append(Cause(rejection)) }
                causes[index].rows += 1
                if causes[index].lines.count < Self.mostLines { causes[index].lines.append(rejection.line) }
            },
            each: { draft in
                keys.take(draft)
                TrialFlaw.count(draft, of: trial.feed.kind.schema.fields, into: &flaws)
            }
        )
        repeats = try TrialRepeats(keys.repeated, trial, path)
        (self.parts, self.records, self.rejections) = (parts, records, rejections)
        self.causes = causes.sorted { $0.rows > $1.rows }
        self.flaws = flaws.sorted { $0.rows > $1.rows }
    }
}

extension TrialReport.Part {
    fileprivate init(_ part: DeliveryPart, _ trial: FeedTrial) {
        let feed = trial.feed
        let wanted = feed.columns.filter { $0.constant == nil }
        var mapped: [(column: String, fields: [String])] = []
        for column in part.columns {
            let fields = wanted.filter { $0.columns.contains(column) }.map(\.field)
            if !fields.isEmpty { mapped.append((column, fields)) }
        }
        let used = Set(mapped.map(\.column))
        let rest = part.columns.filter { !used.contains($0) }
        self.init(
            part: part,
            mapped: mapped,
            ignored: rest.filter { feed.ignoredColumns.contains($0) },
            unmapped: rest.filter { !feed.ignoredColumns.contains($0) },
            missing: wanted.flatMap(\.columns).filter { !part.columns.contains($0) }
        )
    }
}

extension TrialReport.Cause {
    fileprivate init(_ rejection: RowRejection) {
        self.init(reason: rejection.reason, column: rejection.column, explanation: rejection.explanation)
    }
}
