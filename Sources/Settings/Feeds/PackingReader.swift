/// Reads how a feed's files are packed.
struct PackingReader {
    let root: Section

    private enum Word: String, CaseIterable { case gzip, zip }

    /// - Returns: nil where something was complained of; `.some(nil)` where the files are not packed.
    func read() -> Packing?? {
        let members = root.optional("members")
        guard let packed = root.optional("packed") else {
            members?.refuse(
                "没有 packed: zip，就没有成员 / without packed: zip there are no members",
                "删除 members，或写 packed: zip / remove `members`, or set packed: zip"
            )
            return members == nil ? .some(nil) : nil
        }
        guard let word = packed.choice(Word.self) else { return nil }
        switch (word, members) {
        case (.gzip, nil): return .gzip
        case (.gzip, let members?):
            members.refuse(
                "GZIP 只有一个成员 / a gzip file has one member only",
                "删除 members / remove `members`"
            )
            return nil
        case (.zip, nil):
            packed.refuse(
                "没有说明取哪些成员 / which members to take is not said",
                "如 members: [\"*.csv\"] / such as members: [\"*.csv\"]"
            )
            return nil
        case (.zip, let members?): return members.someTexts.map { .zip(members: $0) }
        }
    }
}
