import Daemon
import Feeds
import Model

/// What `feed try --json` prints.
struct TrialDocument: Encodable {
    let read: Int64
    let wouldStore: Int64
    let rejected: Int64
    let parts: [Part]
    let records: [Record]
    let rejections: [Rejection]
    let causes: [Cause]
    let flaws: [Flaw]
    let repeats: Repeats

    struct Part: Encodable {
        let name: String?
        let encoding: String
        let encodingBy: String
        let columns: [String]
        let mapped: [String: [String]]
        let ignored: [String]
        let unmapped: [String]
        let missing: [String]
        let skipped: Int64
    }

    struct Record: Encodable {
        let line: Int64
        /// Absent where rows are named by their content.
        let key: String?
        let values: [String: String]
    }

    struct Rejection: Encodable {
        let line: Int64
        let column: String?
        let explanation: String
    }

    struct Cause: Encodable {
        let reason: String
        let column: String?
        let rows: Int64
        let lines: [Int64]
        let explanation: String
        let remedy: String
    }

    /// Values that are stored though they fail their check.
    struct Flaw: Encodable {
        let field: String
        let reason: String
        let rows: Int64
        let lines: [Int64]

        init(_ flaw: TrialFlaw) {
            (field, reason, rows, lines) = (flaw.field, flaw.reason.rawValue, flaw.rows, flaw.lines)
        }
    }

    /// Rows whose key an earlier row had.
    struct Repeats: Encodable {
        let differing: Int64
        let alike: Int64
        let isPartial: Bool
        let pairs: [Pair]

        struct Pair: Encodable {
            let key: String
            let lines: [Int64]
            /// Of each field that differs both values, masked.
            let differences: [String: [String]]
        }

        init(_ repeats: TrialRepeats) {
            (differing, alike) = (repeats.counts.differing, repeats.counts.alike)
            isPartial = repeats.counts.isPartial
            pairs = repeats.pairs.map { pair in
                let named = pair.differences.map { ($0.field, [$0.first, $0.second]) }
                return Pair(
                    key: pair.key,
                    lines: [pair.lines.first, pair.lines.second],
                    differences: Dictionary(named, uniquingKeysWith: { first, _ in first })
                )
            }
        }
    }

    init(_ report: TrialReport) {
        (repeats, flaws) = (Repeats(report.repeats), report.flaws.map(Flaw.init))
        (read, wouldStore, rejected) = (report.tally.read, report.tally.mapped, report.tally.rejected)
        parts = report.parts.map { part in
            Part(
                name: part.part.name,
                encoding: part.part.encoding,
                encodingBy: part.part.encodingBy.rawValue,
                columns: part.part.columns,
                mapped: Dictionary(part.mapped.map { ($0.column, $0.fields) }, uniquingKeysWith: { first, _ in first }),
                ignored: part.ignored,
                unmapped: part.unmapped,
                missing: part.missing,
                skipped: part.skipped
            )
        }
        records = report.records.compactMap { row in
            guard case .record(let line, let key, let values) = row else { return nil }
            let named = Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
            return Record(line: line, key: key, values: named)
        }
        rejections = report.rejections.compactMap { row in
            guard case .rejection(let line, let column, let explanation) = row else { return nil }
            return Rejection(line: line, column: column, explanation: explanation)
        }
        causes = report.causes.map { cause in
            Cause(
                reason: cause.reason.rawValue,
                column: cause.column,
                rows: cause.rows,
                lines: cause.lines,
                explanation: cause.explanation,
                remedy: cause.reason.remedy
            )
        }
    }
}
