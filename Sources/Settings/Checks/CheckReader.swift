import Model

/// Reads the file of one check.
struct CheckReader {
    let source: SourceText
    let law: Law?

    /// The alerts of rules that intake keeps by itself are no check's to close.
    private func readID(_ value: Value) -> String? {
        guard let id = value.name, IntakeRule(rawValue: id) != nil else { return value.name }
        value.refuse(
            "\(id) 为取数规则保留 / \(id) is the name of a rule of the intake itself",
            "换一个名称 / give it another name"
        )
        return nil
    }

    func read() -> CheckDefinition? {
        let root = source.root
        defer { root.finish() }
        let head = readHead(root)
        let wanted = readNeeds(root)
        let absenceOf = root.optional("absence_of").map { choices($0) } ?? []
        let excusedBy = root.optional("excused_by").map { choices($0) } ?? []
        let degrees = BandReader(root: root, law: law).read()
        let columns = ColumnReader(root: root).read()
        let exceptions = ExceptionReader(root: root).read()
        let parameters = ParameterReader(root: root).read()
        let basis = LegalBasisReader(root: root).read()
        let remedy = BilingualReader(root.required("remedy")).read()
        let traps = readTraps(root)
        let sql = readSQL(root, Set(parameters.keys), head?.subject)
        let examples = ExampleReader(root: root, subject: head?.subject).read()
        checkNeeds(head?.subject, wanted?.kinds, absenceOf, root)
        guard let head, let wanted, let absenceOf, let excusedBy, let degrees, let columns, let exceptions, let basis,
            let remedy, let traps, let sql, let examples
        else { return nil }
        return CheckDefinition(
            id: head.id,
            number: head.number,
            status: head.status,
            titleChinese: head.chinese,
            titleEnglish: head.english,
            subject: head.subject,
            needs: wanted.kinds,
            neededFields: wanted.fields,
            absenceOf: absenceOf,
            excusedBy: excusedBy,
            clock: degrees.clock,
            rises: degrees.rises,
            bands: degrees.bands,
            keepsLateness: degrees.keepsLateness,
            columns: columns,
            exceptions: exceptions,
            parameters: parameters,
            sql: sql,
            legalBasis: basis,
            remedyChinese: remedy.chinese,
            remedyEnglish: remedy.english,
            trapsChinese: traps.chinese,
            trapsEnglish: traps.english,
            examples: examples,
            path: source.path,
            source: String(decoding: source.bytes, as: UTF8.self),
            version: source.sha256
        )
    }

    /// What a check is called, and how far it has got.
    private struct Head {
        let id: String
        let number: Int64
        let status: CheckStatus
        let chinese: String
        let english: String
        let subject: SubjectKind
    }

    private func readHead(_ root: Section) -> Head? {
        let id = root.required("check").flatMap { readID($0) }
        let number = root.required("version")?.integer(1...1_000_000)
        let status = root.required("status")?.choice(CheckStatus.self)
        let title = BilingualReader(root.required("title")).read()
        let subject = root.required("subject")?.choice(SubjectKind.self)
        guard let id, let number, let status, let title, let subject else { return nil }
        return Head(
            id: id,
            number: number,
            status: status,
            chinese: title.chinese,
            english: title.english,
            subject: subject
        )
    }

    /// `recording` is a kind the check needs, `recording.ended_at` a field of it.
    private func readNeeds(_ root: Section) -> (kinds: [Kind], fields: [NeededField])? {
        guard let value = root.required("needs"), value.someTexts != nil else { return nil }
        var (kinds, fields): ([Kind], [NeededField]) = ([], [])
        var isSound = true
        for item in value.list {
            guard let word = item.word else { return nil }
            guard let dot = word.firstIndex(of: ".") else {
                if let kind = item.choice(Kind.self) { kinds.append(kind) } else { isSound = false }
                continue
            }
            let field = String(word[word.index(after: dot)...])
            guard let kind = Kind(rawValue: String(word[..<dot])), kind.schema.index(of: field) != nil else {
                item.refuse("没有这个字段 / no such field: \(word)", "写成 种类.字段 / write kind.field")
                isSound = false
                continue
            }
            fields.append(NeededField(kind: kind, field: field))
        }
        return isSound ? (kinds, fields) : nil
    }

    private func choices(_ value: Value) -> [Kind]? {
        let kinds = value.list.map { $0.choice(Kind.self) }
        return kinds.contains(nil) ? nil : kinds.compactMap { $0 }
    }

    /// A check can neither speak of, nor miss, what it does not need.
    private func checkNeeds(_ subject: SubjectKind?, _ needs: [Kind]?, _ absenceOf: [Kind]?, _ root: Section) {
        guard let subject, let needs, let absenceOf else { return }
        for kind in [subject.recordKind].compactMap({ $0 }) + absenceOf where !needs.contains(kind) {
            root.problem(
                "needs",
                "缺少 \(kind.rawValue) / \(kind.rawValue) is missing",
                "补上 \(kind.rawValue) / add \(kind.rawValue)"
            )
        }
    }

    private func readTraps(_ root: Section) -> (chinese: [String], english: [String])? {
        guard let value = root.required("traps") else { return nil }
        let section = value.inner
        defer { section.finish() }
        let chinese = section.required("zh")?.texts
        let english = section.required("en")?.texts
        guard let chinese, let english else { return nil }
        guard chinese.count == english.count else {
            value.refuse(
                "中英文条数不同 / the languages differ in number",
                "每条都写中英文 / write every trap in both languages"
            )
            return nil
        }
        return (chinese, english)
    }

    private func readSQL(_ root: Section, _ parameters: Set<String>, _ subject: SubjectKind?) -> String? {
        guard let value = root.required("sql"), let sql = value.word else { return nil }
        let faults = CheckSQL(sql).faults(parameters: parameters, subject: subject)
        for fault in faults { value.refuse(fault.cause, fault.remedy, lineWithin: fault.line) }
        return faults.isEmpty ? sql : nil
    }
}
