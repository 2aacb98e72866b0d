import Daemon
import Feeds
import Model
import Settings

/// What `feed try` prints for people.
struct TrialSheet {
    let report: TrialReport
    let feed: FeedDefinition

    /// Columns of the terminal; nil where it is none.
    var width: Int?

    var lines: [String] {
        var lines = ["格式 format: \(feed.format.key)\(packing)"]
        for part in report.parts { lines += self.lines(of: part) }
        lines += records
        if !report.causes.isEmpty { lines.append("退回的行，按原因 / rejected rows by cause:") }
        for cause in report.causes {
            let column = cause.column.map { " \($0)" } ?? ""
            let places = Self.places(cause.rows, cause.lines)
            lines += paragraph("✗ \(cause.reason.rawValue)\(column): \(places): \(cause.explanation)")
            lines += paragraph("→ \(cause.reason.remedy)", indent: 4)
        }
        if !report.flaws.isEmpty { lines += paragraph("存入而有缺陷的值 / values that are stored with a defect:") }
        for flaw in report.flaws {
            let places = Self.places(flaw.rows, flaw.lines)
            lines += paragraph("! \(flaw.field) \(flaw.reason.rawValue): \(places): \(flaw.reason.meaning)")
        }
        lines += repeats
        let tally = report.tally
        return lines
            + paragraph(
                "读入 read \(tally.read) = 可存 would store \(tally.mapped) + 退回 rejected \(tally.rejected)；未存入任何东西 / nothing was stored"
            )
    }

    private static func places(_ rows: Int64, _ lines: [Int64]) -> String {
        let more = rows > lines.count ? ", …" : ""
        return "\(rows) 行 rows，行号 lines \(lines.map(String.init).joined(separator: ", "))\(more)"
    }

    /// Rows that become one record with an earlier one.
    private var repeats: [String] {
        let counts = report.repeats.counts
        var lines = counts.differing > 0 ? disputed : []
        if counts.alike > 0 {
            lines += paragraph(
                "完全相同的重复行 repeated rows, all alike: \(counts.alike) 行 rows，只成一条记录 / they make one record with the row they repeat"
            )
        }
        guard counts.isPartial else { return lines }
        return lines + paragraph("键太多，只核对了前面的行 / too many keys: only the first rows were compared")
    }

    private var disputed: [String] {
        let isTrouble = feed.sameKey == .doubt
        let rows = report.repeats.counts.differing
        var lines = paragraph(
            "\(isTrouble ? "✗" : "·") 键重复而内容不同 repeated keys: \(rows) 行 rows；每行与前面某行同键，只会成为同一条记录的不同版本 / each bears "
                + "the key of an earlier row and says something else: they would be versions of one record"
        )
        for pair in report.repeats.pairs { lines += paragraph(Self.text(of: pair), indent: 4) }
        guard isTrouble else { return lines }
        return lines
            + paragraph(
                "→ 若是不同的事，在 key 中加上能区分的字段，或写 key: row；若是同一事的先后版本，写 same_key: versions / if they are different "
                    + "things, add to `key` a field that tells them apart, or write key: row; if they are versions of one, "
                    + "write same_key: versions",
                indent: 4
            )
    }

    private static func text(of pair: TrialRepeats.Pair) -> String {
        func shown(_ value: String) -> String { value.isEmpty ? "—" : value }
        let differences = pair.differences.map { "\($0.field) \(shown($0.first)) ≠ \(shown($0.second))" }
        let told = differences.isEmpty ? "已遮盖的内容不同 / what differs is masked" : differences.joined(separator: ", ")
        let (first, second) = pair.lines
        return "\(pair.key): 第 \(first)、\(second) 行 lines \(first), \(second): \(told)"
    }

    private func paragraph(_ text: String, indent: Int = 0) -> [String] {
        guard let width else { return [String(repeating: " ", count: indent) + text.inOneLine] }
        return Paragraph(text, width: width, indent: indent).lines
    }

    private var packing: String {
        switch feed.packing {
        case nil: ""
        case .gzip: " · 压缩 packed: gzip"
        case .zip: " · 压缩 packed: zip"
        }
    }

    private func lines(of part: TrialReport.Part) -> [String] {
        let name = part.part.name.map { "部分 part: \($0) · " } ?? ""
        var lines = paragraph("\(name)编码 encoding: \(part.part.encoding)（\(part.part.encodingBy.meaning)）")
        lines += paragraph("列 columns: \(part.part.columns.count) · 略过的行 skipped rows: \(part.skipped)", indent: 2)
        let mapped = part.mapped.map { [$0.column, "→ " + $0.fields.joined(separator: ", ")] }
        lines += TextTable(mapped, uncut: [0]).lines(within: width.map { $0 - 2 }).map { "  " + $0 }
        let constants = feed.columns.compactMap { column in column.constant.map { "\(column.field) = \($0)" } }
        let lists = [
            ("恒定值 constant", constants), ("有意不用 ignored", part.ignored), ("没有对应字段 unmapped", part.unmapped),
            ("映射了而文件没有 mapped but missing", part.missing),
        ]
        for (title, names) in lists where !names.isEmpty {
            lines += paragraph("\(title): \(names.joined(separator: ", "))", indent: 2)
        }
        return lines
    }

    private func isOfKey(_ field: String) -> Bool {
        guard case .fields(let fields) = feed.key else { return false }
        return fields.contains(field)
    }

    /// The first records under the names of the fields any of them has.
    private var records: [String] {
        let values = report.records.compactMap { row -> (line: Int64, values: [String: String])? in
            guard case .record(let line, _, let values) = row else { return nil }
            return (line, Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first }))
        }
        guard !values.isEmpty else { return [] }
        let names = feed.kind.schema.fields.map(\.name).filter { name in values.contains { $0.values[name] != nil } }
        let table = TextTable(
            [["行 line"] + names] + values.map { row in ["\(row.line)"] + names.map { row.values[$0] ?? "" } },
            uncut: Set(names.indices.filter { isOfKey(names[$0]) }.map { $0 + 1 })
        )
        return paragraph("前 \(values.count) 条记录，时间为北京时间 / first records, in Beijing time: \(values.count)")
            + table.lines(within: width)
    }
}

extension DeliveryPart.EncodingSource {
    /// How the character set is known.
    fileprivate var meaning: String {
        switch self {
        case .declared: "配置写明 declared by the feed"
        case .format: "格式规定 told by the format"
        case .mark: "文件有标记 by its mark"
        case .throughout: "通篇符合 by all of its bytes"
        case .evidence: "由常用字判断 by its characters"
        }
    }
}
