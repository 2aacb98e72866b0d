import FoundationEssentials
import Model

extension Configuration {
    /// Reads the main file and everything it names.
    ///
    /// - Parameters:
    ///   - path: The main file; relative paths in it start from its folder.
    ///   - credentials: `$CREDENTIALS_DIRECTORY` of systemd; an `id-pepper` there wins over `pepper_file`.
    /// - Returns: What all of them say, checked as a whole.
    /// - Throws: `SettingsError` with every problem of every file.
    package static func load(path: String, credentials: String? = nil) throws(SettingsError) -> Configuration {
        let findings = Findings()
        let absolute = Paths.absolute(path, from: FileManager.default.currentDirectoryPath)
        let configuration = SourceText(absolute, findings).flatMap {
            ConfigurationReader(root: $0.root, path: absolute, credentials: credentials, findings: findings).read()
        }
        guard let configuration, findings.problems.isEmpty else {
            let problems = (findings.problems + findings.spared).sorted {
                ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
            }
            throw SettingsError(problems: problems)
        }
        return configuration
    }
}
