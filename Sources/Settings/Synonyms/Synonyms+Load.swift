import FoundationEssentials
package import Model

extension Synonyms {
    /// Reads the file of synonyms.
    ///
    /// - Throws: `SettingsError` with every problem of it.
    package static func load(path: String) throws(SettingsError) -> Synonyms {
        let findings = Findings()
        let absolute = Paths.absolute(path, from: FileManager.default.currentDirectoryPath)
        let synonyms = SourceText(absolute, findings).flatMap { SynonymsReader(root: $0.root).read() }
        guard let synonyms, findings.problems.isEmpty else { throw SettingsError(problems: findings.problems) }
        return synonyms
    }

    /// Reads the synonyms that came with the program.
    ///
    /// - Returns: what the file that is shipped says.
    /// - Throws: `SettingsError` with every problem of it.
    package static func shipped() throws(SettingsError) -> Synonyms {
        let findings = Findings()
        let synonyms = ShippedFiles.source("synonyms", findings).flatMap { SynonymsReader(root: $0.root).read() }
        guard let synonyms, findings.problems.isEmpty else { throw SettingsError(problems: findings.problems) }
        return synonyms
    }
}

extension FeedDefinition {
    /// Reads the text of a feed's file as `docket config check` would.
    ///
    /// - Parameters:
    ///   - text: the whole file.
    ///   - name: what to call it in complaints.
    ///   - base: the folder relative paths start from.
    ///   - law: for the codes of alcohol units.
    /// - Returns: the feed, checked.
    /// - Throws: `SettingsError` with every problem of it.
    package static func read(
        _ text: String,
        name: String,
        base: String,
        law: Law
    ) throws(SettingsError) -> FeedDefinition {
        let findings = Findings()
        let source = SourceText(text: text, name: name, findings)
        let feed = source.flatMap { FeedReader(root: $0.root, base: base, law: law).read() }
        guard let feed, findings.problems.isEmpty else { throw SettingsError(problems: findings.problems) }
        return feed
    }
}
