import Model

/// The checks of an installation. A file that is not sound is left out and told; the others go on.
struct CheckSet {
    /// By their names.
    let checks: [CheckDefinition]
    /// Versions of all files that could be read, sound or not.
    let versions: [String]
    let problems: [SettingsProblem]

    /// - Parameters:
    ///   - value: where the files lie.
    ///   - base: folder of the main file.
    ///   - law: whose clocks the checks name; nil where it is not sound itself.
    ///   - findings: for what is wrong with `value` itself.
    init(value: Value?, base: String, law: Law?, findings: Findings) {
        let own = Findings()
        let paths = value.map { SourceFiles(value: $0, base: base, findings: findings, isDeep: true).paths() } ?? []
        let sources = paths.compactMap { SourceText($0, own) }
        let read = sources.compactMap { CheckReader(source: $0, law: law).read() }
        let twins = Dictionary(grouping: read, by: \.id).filter { $0.value.count > 1 }
        for check in read where twins[check.id] != nil {
            let others = (twins[check.id] ?? []).map(\.path).filter { $0 != check.path }.joined(separator: ", ")
            own.add(
                check.path,
                line: 0,
                column: 0,
                "check",
                "名称 \(check.id) 也用在 \(others) / the name \(check.id) is used in \(others) too",
                "改为各不相同，或移走一个 / give each its own, or take one away"
            )
        }
        let unsound = Set(own.problems.map(\.file))
        checks = read.filter { !unsound.contains($0.path) }.sorted { $0.id < $1.id }
        versions = sources.map(\.sha256).sorted()
        problems = own.problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
        findings.spare(problems)
    }
}
