import Daemon
import Digests
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
            let numbers =
                cause.lines.map(String.init).joined(separator: ", ") + (cause.rows > cause.lines.count ? ", …" : "")
            let column = cause.column.map { " \($0)" } ?? ""
            lines += paragraph(
                "✗ \(cause.reason.rawValue)\(column): \(cause.rows) 行 rows，行号 lines \(numbers): \(cause.explanation)"
            )
            lines += paragraph("→ \(cause.reason.remedy)", indent: 4)
        }
        let tally = report.tally
        return lines
            + paragraph(
                "读入 read \(tally.read) = 可存 would store \(tally.mapped) + 退回 rejected \(tally.rejected)；未存入任何东西 / nothing was stored"
            )
    }

    /// A text in as many lines as it takes, those after the first set in.
    private func paragraph(_ text: String, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        guard let width else { return [margin + text.inOneLine] }
        let broken = LineBreaking(first: width - indent, rest: width - indent - 4).lines(of: text.inOneLine)
        return broken.enumerated().map { $0 == 0 ? margin + $1 : margin + "    " + $1 }
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
        lines += TextTable(mapped).lines().map { "  " + $0 }
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

    /// The first records under the names of the fields any of them has.
    private var records: [String] {
        let values = report.records.compactMap { row -> (line: Int64, values: [String: String])? in
            guard case .record(let line, _, let values) = row else { return nil }
            return (line, Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first }))
        }
        guard !values.isEmpty else { return [] }
        let names = feed.kind.schema.fields.map(\.name).filter { name in values.contains { $0.values[name] != nil } }
        let table = TextTable(
            [["行 line"] + names] + values.map { row in ["\(row.line)"] + names.map { row.values[$0] ?? "" } }
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
