import ArgumentParser
import Daemon
import FoundationEssentials
import Settings

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "核查规则：列出、查看、验证、试运行 / Checks: list, show, test, run",
        subcommands: [List.self, Show.self, Test.self, Run.self]
    )

    /// The check of a name among those of the configuration, or the check of a file.
    ///
    /// - Throws: `Refusal` where there is none of the name; `SettingsError` where the file is not sound.
    static func find(_ name: String, in configuration: Configuration) throws -> CheckDefinition {
        if let check = configuration.checks.first(where: { $0.id == name }) { return check }
        if name.contains("/") || name.hasSuffix(".yaml") {
            return try SingleCheck.load(path: absolute(name), law: configuration.law)
        }
        let refused = configuration.refusedChecks.filter { $0.file.hasSuffix("/\(name).yaml") }
        guard refused.isEmpty else { throw SettingsError(problems: refused) }
        throw Refusal(
            code: 64,
            description: "没有核查 \(name)，见 docket check list / there is no check \(name); see docket check list"
        )
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
