import Model

/// What one export of a source tells, however it is written and on whatever way it comes.
struct Export: Sendable {
    let kind: Kind
    let exportedAt: Instant
    /// Tells apart the exports of one moment.
    var edition = 0
    /// Field by field, as texts; of two rows with one key the later one counts.
    var rows: [[String: String]]

    /// The name of a file that tells when it was exported.
    func name(_ ending: String, part: Int = 0) -> String {
        "\(kind.rawValue)-\(edition)-\(part)_\(exportedAt.chinaSecondText.filter(\.isNumber)).\(ending)"
    }

    /// The rows in several exports of the same moment. Rows of one key stay together, in their order.
    func split(into count: Int) -> [Export] {
        let naturalKey = kind.schema.naturalKey
        let parts = Dictionary(grouping: rows) { row in
            naturalKey.flatMap { Array((row[$0] ?? "").utf8) }.reduce(0) { ($0 &* 31 &+ Int($1)) % 1009 } % count
        }
        return parts.sorted { $0.key < $1.key }
            .map { Export(kind: kind, exportedAt: exportedAt, edition: edition, rows: $0.value) }
    }
}
