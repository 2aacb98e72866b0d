import Model

/// Reads the examples of a check.
struct ExampleReader {
    let root: Section
    let subject: SubjectKind?

    /// How examples write instants, by the clocks of Asia/Shanghai.
    static let timeForm = "yyyy-MM-dd HH:mm:ss"

    func read() -> [CheckExample]? {
        guard let value = root.required("examples") else { return nil }
        let examples = value.list.map { read($0.inner) }
        let whole = examples.compactMap { $0 }
        guard whole.count == examples.count else { return nil }
        let fires = whole.contains { $0.expected.contains { $0.state == .violated } }
        let isSilent = whole.contains { !$0.expected.contains { $0.state == .violated } }
        guard fires, isSilent else {
            let cause =
                fires
                ? "没有不报警的例子 / no example stays silent" : "没有报警的例子 / no example fires"
            value.refuse(cause, "至少各写一个 / write at least one of each")
            return nil
        }
        return whole
    }

    private func read(_ section: Section) -> CheckExample? {
        defer { section.finish() }
        let name = section.required("name")?.word
        let asOf = section.required("as_of").flatMap { instant($0) }
        let records = section.required("records")?.list.map { ExampleRecordReader(section: $0.inner).read() } ?? [nil]
        let expected = section.required("expect")?.list.map { finding($0.inner, records) } ?? [nil]
        let complete = completeUntil(section)
        let vanished = section.optional("vanished")?.list.map { vanishing($0.inner) } ?? []
        guard let name, let asOf, let complete, !records.contains(nil), !expected.contains(nil), !vanished.contains(nil)
        else { return nil }
        return CheckExample(
            name: name,
            asOf: asOf,
            completeUntil: complete,
            records: records.compactMap { $0 },
            vanished: vanished.compactMap { $0 },
            expected: expected.compactMap { $0 }
        )
    }

    private func instant(_ value: Value) -> Instant? {
        guard let text = value.text else { return nil }
        if let instant = try? TimeFormat(Self.timeForm).parse(text.utf8Span.span, zone: .china) { return instant }
        value.refuse("不是时间 / not a time", "写北京时间，如 2025-03-01 08:00:00 / write China time, such as 2025-03-01 08:00:00")
        return nil
    }

    private func completeUntil(_ section: Section) -> [Kind: Instant]? {
        guard let map = section.optional("complete_until")?.inner else { return [:] }
        var times: [Kind: Instant] = [:]
        for name in map.names() {
            guard let kind = Kind(rawValue: name) else {
                map.unknown(name, among: Kind.allCases.map(\.rawValue), "没有这种记录 / no such kind of record")
                return nil
            }
            guard let instant = map.required(name).flatMap({ instant($0) }) else { return nil }
            times[kind] = instant
        }
        return times
    }

    /// `{ case_file: A1, missed: …, confirmed: … }`.
    private func vanishing(_ section: Section) -> ExampleVanishing? {
        defer { section.finish() }
        let kinds = Kind.allCases.filter { section.has($0.rawValue) }
        guard kinds.count == 1, let kind = kinds.first, let key = section.required(kind.rawValue)?.word else {
            section.problem("", "不是一条记录 / not one record", "写 记录种类: 自然键 / write kind: key")
            return nil
        }
        let missed = section.required("missed").flatMap { instant($0) }
        let confirmed = section.optional("confirmed").map { instant($0) }
        guard let missed else { return nil }
        if case .some(.none) = confirmed { return nil }
        return ExampleVanishing(kind: kind, key: key, missedAt: missed, confirmedAt: confirmed ?? nil)
    }

    private func finding(_ section: Section, _ records: [ExampleRecord?]) -> ExpectedFinding? {
        defer { section.finish() }
        let name = section.required("subject")
        let text = name?.word
        let state = section.required("state")?.choice(FindingState.self)
        let severity = section.optional("severity").map { $0.choice(Severity.self) }
        let isLate = section.optional("late").map { $0.text == "true" } ?? false
        guard let name, let text, let state else { return nil }
        let keys = records.filter { $0?.kind == subject?.recordKind }.compactMap { $0?.naturalKey }
        // Where a record could not be read, it may be the one that is meant. A check may have several duties of a record.
        let isNamed = keys.contains { text == $0 || text.hasPrefix($0 + "|") }
        if subject?.recordKind != nil, !records.contains(nil), !isNamed {
            name.refuse(
                "例子中没有这条记录 / no record of the example has this key",
                "写其中之一 / write one of: \(keys.joined(separator: ", "))"
            )
            return nil
        }
        if case .some(.none) = severity { return nil }
        return ExpectedFinding(subject: text, state: state, severity: severity ?? nil, isLate: isLate)
    }
}
