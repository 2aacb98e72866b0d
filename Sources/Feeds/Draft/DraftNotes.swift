import Settings

/// What of a file should not surprise whoever drafts a feed from it.
struct DraftNotes {
    let remarks: [Remark]

    private static let workbookEndings = [".xls", ".xlsx", ".xlsm", ".ods", ".et"]
    private static let textEndings = [".csv", ".tsv", ".txt", ".json", ".jsonl", ".xml"]

    init(_ sample: TableSample, fileName: String) {
        remarks = Self.ending(sample, fileName) + Self.repeated(sample)
    }

    /// The ending says another thing than the bytes.
    private static func ending(_ sample: TableSample, _ fileName: String) -> [Remark] {
        guard sample.packing == nil else { return [] }
        let name = fileName.lowercased()
        let isWorkbook = if case .workbook = sample.format { true } else { false }
        let key = sample.format.key
        if !isWorkbook, workbookEndings.contains(where: name.hasSuffix) {
            return [
                Remark(
                    "扩展名像工作簿，内容却是 \(key.uppercased()) 文本，按 \(key) 拟出",
                    "its ending is that of a workbook, and what is in it is text (\(key.uppercased())): drafted as \(key)"
                )
            ]
        }
        guard isWorkbook, textEndings.contains(where: name.hasSuffix) else { return [] }
        return [
            Remark(
                "扩展名像文本，内容却是工作簿，按 workbook 拟出",
                "its ending is that of a text, and what is in it is a workbook: drafted as workbook"
            )
        ]
    }

    /// Rows of which the proposed key would make one record.
    private static func repeated(_ sample: TableSample) -> [Remark] {
        guard let repeated = sample.repeated else { return [] }
        let key = sample.keyColumns.joined(separator: "、")
        var remarks: [Remark] = []
        if repeated.differing > 0 {
            let lines = repeated.pairs.first.map { ($0.first.line, $0.second.line) } ?? (0, 0)
            remarks.append(
                Remark(
                    "\(key) 不能作键：\(repeated.differing) 行与前面某行相同而内容不同，如第 \(lines.0)、\(lines.1) 行；拟为 key: row(以内容命名)，或写能区分各行的字段",
                    "\(key) is no key: rows that bear it again and say something else: \(repeated.differing), such as lines \(lines.0) and \(lines.1); drafted as key: row (named by content); or name fields that tell rows apart"
                )
            )
        }
        guard repeated.alike > 0 else { return remarks }
        return remarks + [
            Remark(
                "有 \(repeated.alike) 行与前面某行完全相同",
                "rows that repeat an earlier one and are wholly alike: \(repeated.alike)"
            )
        ]
    }
}
