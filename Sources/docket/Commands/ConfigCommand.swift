import ArgumentParser
import FoundationEssentials
import Model
import Settings

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "配置 / Configuration",
        subcommands: [Check.self]
    )

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "检查全部配置，不连接数据库 / Check the whole configuration without touching the database",
            discussion: "例 / Example: docket config check --config /etc/docket/docket.yaml"
        )

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let configuration = try common.load()
            // The daemon goes on without them; whoever asks must hear of it.
            guard configuration.refusedChecks.isEmpty else {
                throw SettingsError(problems: configuration.refusedChecks)
            }
            let warnings = Self.warnings(of: configuration)
            if common.json {
                let report = Report(
                    feeds: configuration.feeds.map(\.name),
                    checks: configuration.checks.map(\.id),
                    rules: configuration.fingerprint,
                    warnings: warnings
                )
                return try Terminal.json(report)
            }
            warnings.forEach(Terminal.complain)
            Terminal.say(
                "配置无误 / the configuration is sound: \(configuration.feeds.count) 数据源 feeds, "
                    + "\(configuration.checks.count) 核查 checks, 规则 rules \(configuration.fingerprint.prefix(12))"
            )
        }

        /// What is allowed, and yet likely not what was meant.
        private static func warnings(of configuration: Configuration) -> [String] {
            let unproving = configuration.feeds.filter { $0.exportTime == nil && $0.exportMoment == nil }.map { feed in
                "\(feed.name): 没有 exported_at，凭它不能断言“没有” / without exported_at this feed never proves an absence"
            }
            let unrunnable = configuration.checks.compactMap { check -> String? in
                let missing = check.missing(among: configuration.feeds)
                guard !missing.isEmpty else { return nil }
                let names = missing.map(\.code).joined(separator: ", ")
                return "\(check.id): 缺少 \(names)，不能运行 / not runnable, no feed of \(names)"
            }
            let places = configuration.feeds.compactMap(\.folder?.path) + [configuration.pepperFile]
            let absent = places.filter { !FileManager.default.fileExists(atPath: $0) }.map { path in
                "\(path): 不存在，启动前请建立 / is not there; make it before the daemon starts"
            }
            return unproving + unrunnable + absent
        }

        private struct Report: Encodable {
            let feeds: [String]
            let checks: [String]
            /// Names the law, checks and units gone by.
            let rules: String
            let warnings: [String]
        }
    }
}
