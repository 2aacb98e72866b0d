import Model

/// Entries by unit in the order of unit codes; never by how many they are.
enum UnitOrder {
    struct Group {
        let code: String
        let entries: [DigestEntry]

        func name(_ say: Wording) -> String {
            let name = entries.first.map { say.either($0.unitChinese, $0.unitEnglish) } ?? ""
            guard name.isEmpty else { return name }
            return code.isEmpty ? say("记录未注明单位", "No unit named in the record") : say("单位名称未登记", "Unnamed unit")
        }
    }

    /// Entries whose record names no unit come last.
    static func grouped(_ entries: [DigestEntry]) -> [Group] {
        Dictionary(grouping: entries, by: \.unit)
            .map { Group(code: $0.key, entries: $0.value.sorted(by: precedes)) }
            .sorted { left, right in
                guard left.code.isEmpty == right.code.isEmpty else { return right.code.isEmpty }
                return left.code < right.code
            }
    }

    /// The earlier deadline first, then the lower alert number; what follows only keeps the order the same every time.
    private static func precedes(_ left: DigestEntry, _ right: DigestEntry) -> Bool {
        if left.due != right.due { return left.due < right.due }
        let (first, second) = (left.alertNumber ?? "", right.alertNumber ?? "")
        // Serial numbers outgrow their leading zeros, so the longer number is the later one.
        if first.utf8.count != second.utf8.count { return first.utf8.count < second.utf8.count }
        if first != second { return first < second }
        if left.check != right.check { return left.check < right.check }
        if left.since != right.since { return left.since < right.since }
        if left.factsChinese != right.factsChinese { return left.factsChinese < right.factsChinese }
        return left.factsEnglish < right.factsEnglish
    }
}
