import FoundationEssentials
package import Model

/// What the settings, where there are any, say to a draft: no feed need be finished, nor any check.
package struct DraftSettings: Equatable, Sendable {
    /// The region drafts are for; nil where there are no settings.
    package let region: Int32?
    package let law: Law
    package let synonyms: Synonyms
    /// The folder relative paths start from.
    package let base: String

    /// Reads the region, the law and the words of the trade, and nothing else.
    ///
    /// - Parameters:
    ///   - main: the main file; nil to go by what came with the program.
    ///   - words: the file of synonyms; nil for the one beside the main file, or the shipped one where there is none.
    /// - Returns: what they say.
    /// - Throws: `SettingsError` with every problem of what was read.
    package static func load(main: String?, synonyms words: String?) throws(SettingsError) -> DraftSettings {
        let findings = Findings()
        let settings = main.flatMap { PartialMain($0, findings) }
        let region = settings?.region
        var shipped = LawReader(shipped: findings)
        let law = main == nil ? shipped.read() : settings?.law()
        guard let law, findings.problems.isEmpty else { throw SettingsError(problems: findings.problems) }
        let base = settings?.base ?? FileManager.default.currentDirectoryPath
        let beside = settings.map { $0.base + "/synonyms.yaml" }.flatMap { path in
            FileManager.default.fileExists(atPath: path) ? path : nil
        }
        let synonyms =
            if let path = words ?? beside { try Synonyms.load(path: path) } else { try Synonyms.shipped() }
        return DraftSettings(region: region, law: law, synonyms: synonyms, base: base)
    }
}
