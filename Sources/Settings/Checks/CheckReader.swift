import Hashing
import Model

/// Reads the file of one check.
struct CheckReader {
    let source: SourceText
    let law: Law?

    func read() -> CheckDefinition? {
        let root = source.root
        defer { root.finish() }
        let id = root.required("check")?.word
        let title = bilingual(root.required("title"))
        let subject = root.required("subject")?.choice(SubjectKind.self)
        let needs = kinds(root.required("needs"))
        let absenceOf = root.optional("absence_of").map { kinds($0) } ?? []
        let clock = root.optional("clock").map { clockCode($0) }
        let parameters = readParameters(root)
        let basis = root.required("legal_basis")?.texts
        let remedy = bilingual(root.required("remedy"))
        let traps = root.required("traps")?.inner
        let trapsChinese = traps?.required("zh")?.texts
        let trapsEnglish = traps?.required("en")?.texts
        traps?.finish()
        let sql = root.required("sql")?.word
        if let sql { CheckSQL(sql).problems(parameters: Set(parameters.keys)).forEach { root.problem("sql", $0) } }
        let examples = ExampleReader(root: root).read()
        guard let id, let title, let subject, let needs, let absenceOf, let basis, let remedy, let trapsChinese,
            let trapsEnglish, let sql, let examples
        else { return nil }
        if case .some(.none) = clock { return nil }
        return CheckDefinition(
            id: id,
            titleChinese: title.chinese,
            titleEnglish: title.english,
            subject: subject,
            needs: needs,
            absenceOf: absenceOf,
            clock: clock ?? nil,
            parameters: parameters,
            sql: sql,
            legalBasis: basis,
            remedyChinese: remedy.chinese,
            remedyEnglish: remedy.english,
            trapsChinese: trapsChinese,
            trapsEnglish: trapsEnglish,
            examples: examples,
            version: source.sha256
        )
    }

    private func bilingual(_ value: Value?) -> (chinese: String, english: String)? {
        guard let section = value?.inner else { return nil }
        defer { section.finish() }
        guard let chinese = section.required("zh")?.word, let english = section.required("en")?.word else { return nil }
        return (chinese, english)
    }

    private func kinds(_ value: Value?) -> [Kind]? {
        guard let value else { return nil }
        let kinds = value.list.map { $0.choice(Kind.self) }
        return kinds.contains(nil) ? nil : kinds.compactMap { $0 }
    }

    private func clockCode(_ value: Value) -> String? {
        guard let code = value.word else { return nil }
        if let law, !law.clocks.contains(where: { $0.code == code }) {
            value.refuse("clocks.yaml 中没有此时限 / clocks.yaml knows no such clock")
            return nil
        }
        return code
    }

    private func readParameters(_ root: Section) -> [String: CheckParameter] {
        guard let section = root.optional("parameters")?.inner else { return [:] }
        var parameters: [String: CheckParameter] = [:]
        for name in section.names() {
            guard let text = section.optional(name)?.text else { continue }
            parameters[name] = Int64(text).map { .integer($0) } ?? .text(text)
        }
        return parameters
    }
}
