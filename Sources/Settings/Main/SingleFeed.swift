import FoundationEssentials
package import Model

/// One feed with what it goes by. Other feeds, the checks and the rest of the settings may be unfinished.
package struct SingleFeed: Equatable, Sendable {
    package let feed: FeedDefinition
    package let law: Law

    /// No feed of the settings bears the name.
    package struct Unknown: Error, Equatable {
        /// The names there are.
        package let names: [String]
        /// Why the feeds of other files are not known.
        package let problems: [SettingsProblem]
    }

    /// Reads one feed and the law, and nothing else.
    ///
    /// - Parameters:
    ///   - name: what the feed is called, or the path of its file, which may lie anywhere.
    ///   - main: the main file; nil to go by the law that came with the program.
    /// - Returns: the feed, checked, and the law.
    /// - Throws: `SettingsError` with every problem of what was read; `Unknown`.
    package static func load(_ name: String, main: String?) throws -> SingleFeed {
        let findings = Findings()
        let settings = main.flatMap { PartialMain($0, findings) }
        var shipped = LawReader(shipped: findings)
        let law = main == nil ? shipped.read() : settings?.law()
        var feed: FeedDefinition?
        if let source = try source(name, settings, findings) {
            feed = FeedReader(root: source.root, base: settings?.base ?? Paths.folder(of: source.path), law: law).read()
        }
        guard let feed, let law, findings.problems.isEmpty else { throw SettingsError(problems: findings.problems) }
        return SingleFeed(feed: feed, law: law)
    }

    /// The file of the feed, with its own problems added to the findings.
    private static func source(_ name: String, _ main: PartialMain?, _ findings: Findings) throws -> SourceText? {
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            return SourceText(Paths.absolute(name, from: FileManager.default.currentDirectoryPath), findings)
        }
        var names: [String] = []
        // Problems of files that are not this feed's keep nobody from trying it, unless none is.
        let others = Findings()
        for path in main?.feeds() ?? [] {
            guard let found = SourceText(path, others)?.root.optional("feed")?.word else { continue }
            if found == name { return SourceText(path, findings) }
            names.append(found)
        }
        guard findings.problems.isEmpty else { return nil }
        throw Unknown(names: names.sorted(), problems: others.problems)
    }
}
