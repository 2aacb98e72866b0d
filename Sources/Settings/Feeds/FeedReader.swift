import FoundationEssentials
import Model

/// Reads the file of one feed and checks all that can be checked without its data.
struct FeedReader {
    let root: Section
    /// The folder relative paths start from.
    let base: String
    /// For the codes of alcohol units; nil where the law itself could not be read.
    let law: Law?

    func read() -> FeedDefinition? {
        defer { root.finish() }
        let name = root.required("feed")?.word
        let kind = root.required("kind")?.choice(Kind.self)
        let region = root.required("region")?.integer(100_000...999_999)
        let serves = prefixes()
        let folder = root.required("folder")?.word.map { Paths.absolute($0, from: base) }
        let files = root.required("files")?.texts
        let settle = root.optional("settle").map(\.seconds) ?? 5
        let contents = root.required("contents")?.choice(FeedDefinition.Contents.self)
        let allowed = root.optional("allow_rejected").map { $0.integer(0...1_000_000_000) } ?? 0
        let exportTime = root.optional("exported_at").map { readExportTime($0.inner) }
        let csv = root.required("csv").flatMap { CSVDialectReader(root: $0.inner).read() }
        let ignored = root.optional("ignore").map(\.texts) ?? []
        let unknown = root.optional("unknown_columns").map { $0.choice(FeedDefinition.UnknownColumns.self) } ?? .refuse
        let keyed = readKey()
        guard let kind else { return nil }
        let columns = MappingReader(kind: kind, law: law, root: root).read()
        let key = keyed ?? .fields(kind.schema.naturalKey)
        check(key, columns, kind)
        guard let name, let region, let serves, let folder, let files, let settle, let contents, let allowed, let csv,
            let ignored, let unknown, let columns
        else { return nil }
        if case .some(.none) = exportTime { return nil }
        return FeedDefinition(
            name: name,
            kind: kind,
            region: Int32(clamping: region),
            serves: serves,
            folder: folder,
            files: files,
            settleSeconds: settle,
            contents: contents,
            allowedRejections: allowed,
            exportTime: exportTime ?? nil,
            csv: csv,
            key: key,
            columns: columns,
            ignoredColumns: ignored,
            unknownColumns: unknown
        )
    }

    private func prefixes() -> [String]? {
        guard let value = root.required("serves"), let texts = value.texts else { return nil }
        guard texts.allSatisfy({ (2...12).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
            value.refuse("应为机构代码前缀(2至12位数字) / expected prefixes of organisation codes, 2 to 12 digits")
            return nil
        }
        return texts
    }

    private func readExportTime(_ section: Section) -> ExportTime? {
        defer { section.finish() }
        let pattern = section.required("name")
        let format = section.required("format")
        let zone = section.required("zone")
        guard let patternText = pattern?.word, let formatText = format?.word, let zoneText = zone?.word else {
            return nil
        }
        do { _ = try TimeFormat(formatText) } catch { format?.refuse("\(error)") }
        do { _ = try Zone(zoneText) } catch { zone?.refuse("\(error)") }
        do {
            let regex = try Regex(patternText, as: AnyRegexOutput.self)
            _ = regex
        } catch {
            pattern?.refuse("不是有效的正则表达式 / not a valid regular expression: \(error)")
        }
        if patternText.filter({ $0 == "(" }).count < 1 {
            pattern?.refuse("须用一对括号括住时间 / needs one capture group in parentheses around the time")
        }
        return ExportTime(pattern: patternText, format: formatText, zone: zoneText)
    }

    private func readKey() -> FeedDefinition.KeyRule? {
        guard let value = root.optional("key"), let texts = value.texts else { return nil }
        return texts == ["row"] ? .row : .fields(texts)
    }

    /// The key must be made of mapped fields, and every required field must be mapped.
    private func check(_ key: FeedDefinition.KeyRule, _ columns: [ColumnMapping]?, _ kind: Kind) {
        guard let columns else { return }
        let mapped = Set(columns.map(\.field))
        if case .fields(let fields) = key {
            for field in fields where !mapped.contains(field) {
                root.problem(
                    "key",
                    "键字段 \(field) 没有对应的列;无编号的数据请写 key: row / key field \(field) is not mapped; for rows without a number write key: row"
                )
            }
        }
        for field in kind.schema.fields where field.isRequired && !mapped.contains(field.name) {
            root.problem("columns", "缺少必需字段 \(field.name) / required field \(field.name) is not mapped")
        }
    }
}
