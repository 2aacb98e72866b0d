import FoundationEssentials
import Hashing
import Model

extension Configuration {
    /// Reads the main file and everything it names.
    ///
    /// - Parameters:
    ///   - path: The main file; relative paths in it start from its folder.
    ///   - credentials: `$CREDENTIALS_DIRECTORY` of systemd; an `id-pepper` there wins over `pepper_file`.
    /// - Returns: the whole configuration, checked.
    /// - Throws: `SettingsError` with every problem of every file.
    package static func load(path: String, credentials: String? = nil) throws(SettingsError) -> Configuration {
        let findings = Findings()
        let absolute = Paths.absolute(path, from: FileManager.default.currentDirectoryPath)
        let configuration = SourceText(absolute, findings).flatMap {
            ConfigurationReader(root: $0.root, path: absolute, credentials: credentials, findings: findings).read()
        }
        guard let configuration, findings.problems.isEmpty else {
            throw SettingsError(problems: findings.problems)
        }
        return configuration
    }
}

/// Reads the main file.
struct ConfigurationReader {
    let root: Section
    let path: String
    let credentials: String?
    let findings: Findings

    private var base: String { Paths.folder(of: path) }

    func read() -> Configuration? {
        let database = root.optional("database").map(\.text) ?? ""
        let state = place("state_directory")
        let region = root.required("region")?.integer(100_000...999_999)
        let language = root.optional("language").map { $0.choice(Language.self) } ?? .chinese
        let pepper = place("pepper_file")
        let schedule = readSchedule()
        let retrospective = root.optional("retrospective_after").map(\.seconds) ?? 30 * 86400
        var lawReader = LawReader(folder: place("law") ?? "", findings)
        let law = lawReader.read()
        let unitSource = place("units").flatMap { SourceText($0, findings) }
        let units = unitSource.flatMap { UnitReader(root: $0.root).read() }
        let checkSources = files("checks").compactMap { SourceText($0, findings) }
        let checks = checkSources.map { CheckReader(source: $0, law: law).read() }
        let feeds = files("feeds").compactMap { SourceText($0, findings) }
            .map { FeedReader(root: $0.root, base: base, law: law).read() }
        root.finish()
        refuseDuplicates(feeds.compactMap { $0?.name }, "feeds")
        refuseDuplicates(checks.compactMap { $0?.id }, "checks")
        refuseSharedFolders(feeds.compactMap { $0 })
        guard let database, let state, let region, let language, let pepper, let schedule, let retrospective, let law,
            let units, !checks.contains(where: { $0 == nil }), !feeds.contains(where: { $0 == nil })
        else { return nil }
        let versions = lawReader.versions + [unitSource?.sha256 ?? ""] + checkSources.map(\.sha256)
        let serving = feeds.compactMap { $0 }.map { "\($0.name) \($0.kind.rawValue) \($0.serves)" }
        return Configuration(
            path: path,
            database: database,
            stateDirectory: state,
            region: Int32(clamping: region),
            language: language,
            pepperFile: credentialPepper ?? pepper,
            pollSeconds: schedule.poll,
            reviewSeconds: schedule.review,
            digestMinute: schedule.digest,
            retrospectiveDays: retrospective / 86400,
            feeds: feeds.compactMap { $0 }.sorted { $0.name < $1.name },
            checks: checks.compactMap { $0 }.sorted { $0.id < $1.id },
            units: units.units,
            regions: units.regions,
            law: law,
            fingerprint: Hex.text(SHA256.hash(Array((versions + serving).joined(separator: "\n").utf8)))
        )
    }

    private func place(_ key: String) -> String? {
        root.required(key)?.word.map { Paths.absolute($0, from: base) }
    }

    private var credentialPepper: String? {
        guard let credentials, FileManager.default.isReadableFile(atPath: credentials + "/id-pepper") else {
            return nil
        }
        return credentials + "/id-pepper"
    }

    /// The YAML files a key names: folders, files, or a list of both. In the order of their names.
    private func files(_ key: String) -> [String] {
        let places = (root.required(key)?.texts ?? []).map { Paths.absolute($0, from: base) }
        return places.flatMap { place -> [String] in
            var isFolder = false
            guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder else {
                return [place]
            }
            do {
                return try FileManager.default.contentsOfDirectory(atPath: place)
                    .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
                    .sorted().map { place + "/" + $0 }
            } catch {
                findings.add(place, nil, key, "无法读取文件夹,请检查权限 / folder cannot be read; check its permissions")
                return []
            }
        }
    }

    private func readSchedule() -> (poll: Int64, review: Int64, digest: Int)? {
        guard let section = root.required("schedule")?.inner else { return nil }
        defer { section.finish() }
        let poll = interval("poll", section)
        let review = interval("review", section)
        guard let digest = section.required("digest"), let text = digest.text else { return nil }
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, let hour = parts.first, let minute = parts.last, (0...23).contains(hour),
            (0...59).contains(minute)
        else {
            digest.refuse("应为每日时刻,如 \"08:00\" / expected a time of day such as \"08:00\"")
            return nil
        }
        guard let poll, let review else { return nil }
        return (poll, review, hour * 60 + minute)
    }

    private func interval(_ key: String, _ section: Section) -> Int64? {
        guard let value = section.required(key), let seconds = value.seconds else { return nil }
        guard (1...86400).contains(seconds) else {
            value.refuse("应在1秒至1天之间 / must be between one second and one day")
            return nil
        }
        return seconds
    }

    private func refuseDuplicates(_ names: [String], _ key: String) {
        for (name, uses) in Dictionary(grouping: names, by: \.self).sorted(by: { $0.key < $1.key }) where uses.count > 1
        {
            root.problem(
                key,
                "名称 \(name) 用了 \(uses.count) 次,须唯一 / the name \(name) is used \(uses.count) times; it must be unique"
            )
        }
    }

    /// Two feeds taking the same files would each store them as theirs.
    private func refuseSharedFolders(_ feeds: [FeedDefinition]) {
        for (index, feed) in feeds.enumerated() {
            for other in feeds[(index + 1)...]
            where feed.folder == other.folder && !Set(feed.files).isDisjoint(with: other.files) {
                root.problem(
                    "feeds",
                    "\(feed.name) 与 \(other.name) 取同一文件夹的同样文件 / \(feed.name) and \(other.name) take the same files of one folder"
                )
            }
        }
    }
}
