package import Feeds

/// Rows of a file of whose key an earlier row was: they become one record.
package struct TrialRepeats: Sendable {
    package let counts: RepeatedKeys
    /// The first pairs that differ.
    package let pairs: [Pair]

    /// Two rows of one key.
    package struct Pair: Sendable {
        package let key: String
        package let lines: (first: Int64, second: Int64)
        /// The fields in which they differ, as they may be shown; none where only what is masked differs.
        package let differences: [(field: String, first: String, second: String)]
    }

    init() { (counts, pairs) = (RepeatedKeys(), []) }

    /// Reads the file once more for the rows that are to be shown.
    ///
    /// - Throws: `UnreadableDelivery`, `ArchiveFault`.
    init(_ counts: RepeatedKeys, _ trial: FeedTrial, _ path: String) throws {
        self.counts = counts
        let wanted = Set(counts.pairs.flatMap { [$0.first.number, $0.second.number] })
        let rows = wanted.isEmpty ? [:] : try trial.records(at: wanted, of: path)
        pairs = counts.pairs.compactMap { Pair(rows[$0.first.number], rows[$0.second.number]) }
    }
}

extension TrialRepeats.Pair {
    /// Nil where one of them is no record.
    fileprivate init?(_ first: FeedTrial.Row?, _ second: FeedTrial.Row?) {
        guard case .record(let line, let key?, let values)? = first, case .record(let other, _, let others)? = second
        else { return nil }
        let (before, after) = (Self.named(values), Self.named(others))
        let fields = values.map(\.name) + others.map(\.name).filter { before[$0] == nil }
        let differences = fields.filter { before[$0] != after[$0] }.map { field in
            (field: field, first: before[field] ?? "", second: after[field] ?? "")
        }
        self.init(key: key, lines: (line, other), differences: differences)
    }

    private static func named(_ values: [(name: String, text: String)]) -> [String: String] {
        Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}
