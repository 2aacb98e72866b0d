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
        let name = root.required("feed")?.name
        let kind = root.required("kind")?.choice(Kind.self)
        let region = root.required("region")?.integer(100_000...999_999)
        let serves = prefixes()
        let source = FeedSourceReader(root: root, base: base).read()
        let contents = root.required("contents")?.choice(FeedDefinition.Contents.self)
        let allowed = root.optional("allow_rejected").map { $0.integer(0...1_000_000_000) } ?? 0
        let rhythm = root.optional("every").map { $0.seconds(60...31_622_400) }
        let window = readWindow(contents, kind)
        let volume = root.optional("volume").map { VolumeRuleReader(section: $0.inner).read() }
        let shrinkage = readShrinkage(contents, windowSeconds: window ?? nil)
        let exportTime = root.optional("exported_at").map {
            ExportTimeRuleReader(section: $0.inner, source: source).read()
        }
        let repeats = readRepeats(contents, exportTime??.moment)
        let packing = PackingReader(root: root).read()
        let format = FileFormatReader(root: root).read()
        let ignored = root.optional("ignore").map(\.texts) ?? []
        let unknown = root.optional("unknown_columns").map { $0.choice(FeedDefinition.UnknownColumns.self) } ?? .refuse
        let keyed = readKey()
        let sameKey = readSameKey(keyed)
        let namespace = root.optional("namespace").map(\.name)
        let columns = readColumns(kind)
        guard let kind, let columns else { return nil }
        let key = keyed ?? .fields(kind.schema.naturalKey)
        check(key, columns, kind)
        checkNames(format, columns)
        refuseIgnored(ignored ?? [], columns)
        FeedSourceCheck(root: root).check(source, contents, format)
        if unknown == .evolve, format?.layout == nil {
            root.problem(
                "unknown_columns",
                "JSON 与 XML 只认所用的列 / of JSON and XML only the columns used are known",
                "写 refuse 或 ignore / write refuse or ignore"
            )
        }
        guard let name, let region, let serves, let source, let contents, let allowed,
            let shrinkage, let repeats, let sameKey, let packing, let format, let ignored, let unknown
        else { return nil }
        if case .some(.none) = exportTime { return nil }
        if case .some(.none) = rhythm { return nil }
        if case .some(.none) = window { return nil }
        if case .some(.none) = volume { return nil }
        if case .some(.none) = namespace { return nil }
        return FeedDefinition(
            name: name,
            kind: kind,
            region: Int32(clamping: region),
            serves: serves,
            source: source,
            contents: contents,
            allowedRejections: allowed,
            exportTime: exportTime??.name,
            exportMoment: exportTime??.moment,
            rhythmSeconds: rhythm ?? nil,
            windowSeconds: window ?? nil,
            volume: volume ?? nil,
            shrinkage: shrinkage,
            repeats: repeats,
            sameKey: sameKey,
            packing: packing,
            format: format,
            key: key,
            namespace: namespace ?? nil,
            columns: columns,
            ignoredColumns: ignored,
            unknownColumns: unknown
        )
    }

    private func readColumns(_ kind: Kind?) -> [ColumnMapping]? {
        guard let kind else {
            // Without its kind nothing can be said of its fields, not even that they are unknown.
            _ = root.required("columns")
            return nil
        }
        return MappingReader(kind: kind, law: law, root: root).read()
    }

    private func prefixes() -> [String]? {
        guard let value = root.required("serves"), let texts = value.someTexts else { return nil }
        for text in texts where !(2...12).contains(text.utf8.count) || !text.isDigits {
            value.refuse(
                "\(text) 不是机构代码前缀 / \(text) is no prefix of an organisation code",
                "写2至12位数字，并加引号 / write 2 to 12 digits, in quotes"
            )
            return nil
        }
        return texts
    }

    private func readKey() -> FeedDefinition.KeyRule? {
        guard let value = root.optional("key"), let texts = value.someTexts else { return nil }
        return texts == ["row"] ? .row : .fields(texts)
    }

    private func readSameKey(_ key: FeedDefinition.KeyRule?) -> SameKeyRule? {
        guard let value = root.optional("same_key") else { return .doubt }
        if key == .row {
            root.problem(
                "same_key",
                "key: row 的行各成一条记录 / with key: row each row is a record of its own",
                "删去 same_key / leave it out"
            )
        }
        return value.choice(SameKeyRule.self)
    }

    /// The key must be made of mapped fields, and every required field must be mapped.
    private func check(_ key: FeedDefinition.KeyRule, _ columns: [ColumnMapping], _ kind: Kind) {
        let mapped = columns.map(\.field)
        let required = kind.schema.fields.filter(\.isRequired).map(\.name)
        for field in required where !mapped.contains(field) {
            root.problem(
                "columns",
                "缺少必需字段 \(field) / the required field \(field) is not mapped",
                "写明它来自哪一列 / say which column it comes from"
            )
        }
        guard case .fields(let fields) = key else { return }
        for field in kind.schema.fields where field.type.isPersonal && fields.contains(field.name) {
            root.problem(
                "key",
                "\(field.name) 是个人信息，不能作键 / \(field.name) is personal and cannot be part of a key",
                "换用编号字段，或写 key: row / use a number, or write key: row"
            )
        }
        for field in fields where !mapped.contains(field) && !required.contains(field) {
            guard kind.schema.index(of: field) != nil else {
                let cause = "\(kind.rawValue) 没有字段 \(field) / \(kind.rawValue) has no field \(field)"
                root.problem("key", cause, "只用 columns 中的字段 / use fields of columns only")
                continue
            }
            root.problem(
                "key",
                "键字段 \(field) 没有对应的列 / the key field \(field) is not mapped",
                "补上该列；没有编号的数据写 key: row / map it, or write key: row for rows without a number"
            )
        }
    }

    /// Of a file without a row of names it is known before it comes which columns it has.
    private func checkNames(_ format: FileFormat?, _ columns: [ColumnMapping]) {
        guard let layout = format?.layout, case .absent(let names) = layout.heading else { return }
        let key = format.map(\.key) ?? ""
        let known = names + [layout.sectionColumn].compactMap { $0 }
        for column in columns.flatMap(\.columns) where !known.contains(column) {
            root.problem(
                "columns",
                "\(key).names 中没有 \(column) / \(key).names has no \(column)",
                "写成 names 中的名称 / write one of the names given there"
            )
        }
    }

    private func refuseIgnored(_ ignored: [String], _ columns: [ColumnMapping]) {
        for column in ignored where columns.contains(where: { $0.columns.contains(column) }) {
            root.problem(
                "ignore",
                "\(column) 既采集又忽略 / \(column) is both used and ignored",
                "从其中一处删除 / remove it from one of the two"
            )
        }
    }
}
