package import Model

/// The file of one check, read by itself: it need not be among those of the configuration.
package enum SingleCheck {
    /// - Parameters:
    ///   - path: of the file.
    ///   - law: whose clocks it may name.
    /// - Returns: the check.
    /// - Throws: `SettingsError` with every problem of the file.
    package static func load(path: String, law: Law) throws(SettingsError) -> CheckDefinition {
        let findings = Findings()
        let check = SourceText(path, findings).flatMap { CheckReader(source: $0, law: law).read() }
        guard let check, findings.problems.isEmpty else {
            throw SettingsError(problems: findings.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return check
    }

    /// The same of a version that is kept in the database.
    ///
    /// - Parameters:
    ///   - text: of the file, as it was.
    ///   - name: what it is called where it is not sound.
    ///   - law: whose clocks it may name.
    /// - Returns: the check.
    /// - Throws: `SettingsError` with every problem of the text.
    package static func read(text: String, name: String, law: Law) throws(SettingsError) -> CheckDefinition {
        let findings = Findings()
        let check = SourceText(text: text, name: name, findings).flatMap { CheckReader(source: $0, law: law).read() }
        guard let check, findings.problems.isEmpty else { throw SettingsError(problems: findings.problems) }
        return check
    }
}
