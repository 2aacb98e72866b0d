import Foundation
import Model

/// The settings of a feed of the example prefecture, told of another format or another way its rows come.
///
/// What column is which field stands in the example alone; only where and how the rows come is said anew.
struct FeedSettings {
    /// The example's own text.
    let example: String
    let export: FeedExport

    /// The text of the feed's file where its exports are files in a folder.
    ///
    /// - Throws: `SimulationError.example` where the example lacks a line that says how its rows come.
    func written(as format: ExportFormat) throws(SimulationError) -> String {
        let pattern = format.ending.replacing(".", with: "\\.")
        return try text(
            format,
            [
                ("files: ", ["files: [\"\(export.prefix)_*.\(format.ending)\"]"]),
                (
                    "exported_at: ",
                    ["exported_at: { name: '_(\\d{14})\\.\(pattern)$', format: yyyyMMddHHmmss, zone: Asia/Shanghai }"]
                ),
            ]
        )
    }

    /// The text of the feed's file where a platform hands them out.
    ///
    /// - Parameters:
    ///   - offer: what it hands out.
    ///   - address: of the platform, without a path.
    /// - Returns: the text.
    /// - Throws: `SimulationError.example` where the example lacks a line that says how its rows come.
    func offered(as offer: PlatformOffer, at address: String) throws(SimulationError) -> String {
        let start = LocalTime.date(Int(Simulation.defaultStart.number) - 1)
        let paging = offer.setting(start: start).map { ["  paging: \($0)"] } ?? []
        let moment = offer.paging == .window ? "window_end" : "date_header"
        return try text(
            offer.format,
            [
                (
                    "folder: ",
                    ["http:", "  url: \(address)/\(export.folder)", "  auth: { bearer_file: vendor-token }"] + paging
                ),
                ("files: ", []), ("settle: ", []), ("exported_at: ", ["exported_at: { from: \(moment) }"]),
            ] + filesOnly
        )
    }

    /// What is said of files that come again, which pages and windows do not.
    private var filesOnly: [(start: String, lines: [String])] {
        example.contains("\nrepeats: ") ? [("repeats: ", [])] : []
    }

    private func text(
        _ format: ExportFormat,
        _ changes: [(start: String, lines: [String])]
    ) throws(SimulationError) -> String {
        var lines = example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.removeAll { $0.hasPrefix("#") }
        for change in changes + [("csv: ", shape(format))] {
            guard let index = lines.firstIndex(where: { $0.hasPrefix(change.start) }) else {
                throw .example(feed: export.folder, line: change.start)
            }
            lines.replaceSubrange(index...index, with: change.lines)
        }
        let names = "examples/prefecture/feeds/\(export.folder).yaml"
        let head = "# 模拟数据,列的对应同 \(names) / invented data, columns as in \(names)\n"
        return head + renamed(lines.joined(separator: "\n"), format)
    }

    /// How the files are written.
    private func shape(_ format: ExportFormat) -> [String] {
        let shape = format.form.setting(headerRow: export.title == nil ? 1 : 2, vendor: export.dialect)
        switch format.packing {
        case .gzip: return [shape, "packed: gzip"]
        case .zip: return [shape, "packed: zip", "members: [\"*.\(format.form.ending)\"]"]
        case nil: return [shape]
        }
    }

    /// The columns by the names they have in this format.
    private func renamed(_ text: String, _ format: ExportFormat) -> String {
        guard format.form.namesValues else { return text }
        let table = export.table(of: [])
        return zip(table.header, table.names).reduce(text) { text, name in
            name.0 == name.1 ? text : text.replacing("\"\(name.0)\"", with: "\"\(name.1)\"")
        }
    }
}
