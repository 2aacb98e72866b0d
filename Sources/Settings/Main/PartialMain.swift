import FoundationEssentials
import Model

/// The main file, of which nothing is read but what is asked for: all else may be unfinished.
struct PartialMain {
    private let root: Section
    private let findings: Findings
    /// The folder relative paths start from.
    let base: String

    /// - Returns: nil where the file cannot be read at all; why is added to the findings.
    init?(_ path: String, _ findings: Findings) {
        let absolute = Paths.absolute(path, from: FileManager.default.currentDirectoryPath)
        guard let source = SourceText(absolute, findings) else { return nil }
        root = source.root
        self.findings = findings
        base = Paths.folder(of: absolute)
    }

    var region: Int32? { root.required("region")?.integer(100_000...999_999).map { Int32(clamping: $0) } }

    func law() -> Law? {
        guard let folder = root.required("law")?.word else { return nil }
        var reader = LawReader(folder: Paths.absolute(folder, from: base), findings)
        return reader.read()
    }

    /// The paths of the feeds' files.
    func feeds() -> [String] {
        guard let value = root.required("feeds") else { return [] }
        return SourceFiles(value: value, base: base, findings: findings).paths()
    }
}
