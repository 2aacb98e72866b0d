import Hashing
import Model

/// Reads the law, the units, the checks and the feeds, and sees that they fit each other.
struct RulesReader {
    let root: Section
    let base: String
    /// For the region's own name; nil where the main file has none.
    let region: Int32?
    let findings: Findings

    /// All that together decides what is found.
    struct Rules {
        let law: Law
        let units: [Unit]
        let regions: [RegionName]
        let checks: [CheckDefinition]
        let feeds: [FeedDefinition]
        let fingerprint: String
        let lawVersion: String
        let refusedChecks: [SettingsProblem]
    }

    func read() -> Rules? {
        var lawReader = place("law").map { LawReader(folder: $0, findings) }
        let law = lawReader?.read()
        let unitSource = place("units").flatMap { SourceText($0, findings) }
        let units = unitSource.flatMap { UnitReader(root: $0.root, region: region).read() }
        let checks = CheckSet(value: root.required("checks"), base: base, law: law, findings: findings)
        let feedSources = sources("feeds")
        let feeds = feedSources.compactMap { FeedReader(root: $0.root, base: base, law: law).read() }
        refuseDuplicates(feeds.map(\.name), "feeds")
        refuseSharedFolders(feeds)
        refuseStrangers(feeds)
        guard let law, let units, feeds.count == feedSources.count else {
            return nil
        }
        let sorted = feeds.sorted { $0.name < $1.name }
        let lawVersions = lawReader?.versions ?? []
        let versions = lawVersions + [unitSource?.sha256 ?? ""] + checks.versions
        return Rules(
            law: law,
            units: units.units,
            regions: units.regions,
            checks: checks.checks,
            feeds: sorted,
            fingerprint: fingerprint(versions + sorted.map { "\($0.name) \($0.kind.rawValue) \($0.serves)" }),
            lawVersion: fingerprint(lawVersions),
            refusedChecks: checks.problems
        )
    }

    private func fingerprint(_ parts: [String]) -> String {
        Hex.text(SHA256.hash(Array(parts.joined(separator: "\n").utf8)))
    }

    private func place(_ key: String) -> String? {
        root.required(key)?.word.map { Paths.absolute($0, from: base) }
    }

    private func sources(_ key: String) -> [SourceText] {
        guard let value = root.required(key) else { return [] }
        return SourceFiles(value: value, base: base, findings: findings).paths().compactMap { SourceText($0, findings) }
    }

    private func refuseDuplicates(_ names: [String], _ key: String) {
        for (name, uses) in Dictionary(grouping: names, by: \.self).sorted(by: { $0.key < $1.key }) where uses.count > 1
        {
            root.problem(
                key,
                "名称 \(name) 用了\(uses.count)次 / the name \(name) is used \(uses.count) times",
                "改为各不相同 / give each its own"
            )
        }
    }

    /// Two feeds taking the same files would each store them as theirs.
    private func refuseSharedFolders(_ feeds: [FeedDefinition]) {
        for (index, feed) in feeds.enumerated() {
            for other in feeds[(index + 1)...] {
                guard let mine = feed.folder, let theirs = other.folder, mine.path == theirs.path,
                    !Set(mine.files).isDisjoint(with: theirs.files)
                else { continue }
                root.problem(
                    "feeds",
                    "\(feed.name) 与 \(other.name) 取同一文件夹的同样文件 / \(feed.name) and \(other.name) take the same files of one folder",
                    "改用不同的文件夹或文件名 / give them different folders or file names"
                )
            }
        }
    }

    /// Reviews and digests are of one region: what a feed of another brings would never be looked at.
    private func refuseStrangers(_ feeds: [FeedDefinition]) {
        for feed in feeds where region.map({ $0 != feed.region }) ?? false {
            root.problem(
                "feeds",
                "\(feed.name) 属于地区 \(feed.region) / \(feed.name) is of region \(feed.region)",
                "改正其 region，或移出 feeds / correct its region, or take it out of feeds"
            )
        }
    }
}
