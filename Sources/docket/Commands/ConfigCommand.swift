import ArgumentParser
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
            for feed in configuration.feeds where feed.exportTime == nil {
                Terminal.complain(
                    "\(feed.name): 没有 exported_at，凭它不能断言“没有” / without exported_at this feed never proves an absence"
                )
            }
            for check in configuration.checks {
                let missing = check.needs.filter { kind in !configuration.feeds.contains { $0.kind == kind } }
                guard !missing.isEmpty else { continue }
                let kinds = missing.map(\.rawValue).joined(separator: ", ")
                Terminal.complain("\(check.id): 缺少数据源 \(kinds)，不能运行 / not runnable, no feed of \(kinds)")
            }
            Terminal.say(
                "配置无误 / the configuration is sound: \(configuration.feeds.count) 数据源 feeds, "
                    + "\(configuration.checks.count) 核查 checks, 规则 rules \(configuration.fingerprint.prefix(12))"
            )
        }
    }
}
