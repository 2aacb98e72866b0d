import Model

/// Reads the examples of a check.
struct ExampleReader {
    let root: Section

    func read() -> [CheckExample]? {
        let examples = (root.required("examples")?.list ?? []).map { read($0.inner) }
        let whole = examples.compactMap { $0 }
        guard whole.count == examples.count else { return nil }
        let fires = whole.contains { $0.expected.contains { $0.state == .violated } }
        let isSilent = whole.contains { !$0.expected.contains { $0.state == .violated } }
        guard fires, isSilent else {
            root.problem(
                "examples",
                "至少要有一个报警的例子和一个不报警的例子 / needs at least one example that fires and one that stays silent"
            )
            return nil
        }
        return whole
    }

    private func read(_ section: Section) -> CheckExample? {
        defer { section.finish() }
        let name = section.required("name")?.word
        let asOf = section.required("as_of").flatMap { instant($0) }
        let records = (section.required("records")?.list ?? []).map { record($0.inner) }
        let expected = (section.required("expect")?.list ?? []).map { finding($0.inner) }
        let complete = completeUntil(section)
        guard let name, let asOf, !records.contains(nil), !expected.contains(nil) else { return nil }
        return CheckExample(
            name: name,
            asOf: asOf,
            completeUntil: complete,
            records: records.compactMap { $0 },
            expected: expected.compactMap { $0 }
        )
    }

    private func instant(_ value: Value) -> Instant? {
        guard let text = value.text, let format = try? TimeFormat("yyyy-MM-dd HH:mm:ss"),
            let zone = try? Zone("Asia/Shanghai"), let instant = format.parse(text.utf8Span.span, zone: zone)
        else {
            value.refuse("应为北京时间,如 2025-03-01 08:00:00 / expected a time in Asia/Shanghai such as 2025-03-01 08:00:00")
            return nil
        }
        return instant
    }

    private func completeUntil(_ section: Section) -> [Kind: Instant] {
        guard let map = section.optional("complete_until")?.inner else { return [:] }
        var times: [Kind: Instant] = [:]
        for name in map.names() {
            guard let kind = Kind(rawValue: name) else {
                map.problem(name, "没有这种记录 / no such kind of record")
                continue
            }
            times[kind] = map.optional(name).flatMap { instant($0) }
        }
        return times
    }

    private func record(_ section: Section) -> ExampleRecord? {
        guard let name = section.names().first, section.names().count == 1, let kind = Kind(rawValue: name),
            let fields = section.optional(name)?.inner
        else {
            section.problem("", "应为一种记录及其字段 / expected one kind of record with its fields")
            return nil
        }
        var values: [String: String] = [:]
        for field in fields.names() {
            guard kind.schema.index(of: field) != nil else {
                fields.problem(field, "\(kind.rawValue) 没有此字段 / \(kind.rawValue) has no such field")
                return nil
            }
            values[field] = fields.optional(field)?.text
        }
        return ExampleRecord(kind: kind, values: values)
    }

    private func finding(_ section: Section) -> ExpectedFinding? {
        defer { section.finish() }
        let subject = section.required("subject")?.word
        let state = section.required("state")?.choice(FindingState.self)
        let severity = section.optional("severity").map { $0.choice(Severity.self) }
        guard let subject, let state else { return nil }
        return ExpectedFinding(subject: subject, state: state, severity: severity ?? nil)
    }
}
