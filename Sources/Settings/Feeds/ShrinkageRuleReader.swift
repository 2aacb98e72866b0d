import Model

/// Reads how much smaller than the one before an export of a register may be.
struct ShrinkageRuleReader {
    let section: Section
    /// What goes for what is not written.
    let usual: ShrinkageRule

    /// Whether an export without a row may be believed.
    private enum Emptiness: String, CaseIterable { case doubt, allow }

    func read() -> ShrinkageRule? {
        defer { section.finish() }
        let most = section.optional("most").map(percent) ?? .some(usual.mostPercent)
        let empty = section.optional("empty").map { $0.choice(Emptiness.self) } ?? .doubt
        let accepted = section.optional("accepted").map(\.days) ?? []
        guard let most, let empty, let accepted else { return nil }
        return ShrinkageRule(mostPercent: most, mayBeEmpty: empty == .allow, acceptedDays: accepted)
    }

    /// `.some(nil)` for `any`: it may lose all it likes.
    private func percent(_ value: Value) -> Int64?? {
        if value.text == "any" { return .some(nil) }
        return value.percent.map { .some($0) }
    }
}

extension ShrinkageRule {
    /// What goes where the settings say nothing. A register that holds everything loses few of its records from one export
    /// to the next: a fifth at once is rather a filter, a wrong year or half a file. One that holds only what happened
    /// lately swings with what happens. Neither is empty.
    static func usual(windowSeconds: Int64?) -> ShrinkageRule {
        ShrinkageRule(mostPercent: windowSeconds == nil ? 20 : nil, mayBeEmpty: false)
    }
}
