import ArgumentParser
import Glibc

/// The program: the daemon and the verbs people use.
@main
struct Docket: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docket",
        abstract: "有案必立:核对检测、案件、视频与短信,报告该办而未办之事。 / Every case that should be filed is filed.",
        discussion: """
            例 / Examples:
              docket config check --config /etc/docket/docket.yaml
              docket migrate --config /etc/docket/docket.yaml
              docket run --config /etc/docket/docket.yaml
              docket explain 430800-2026-00012 --config /etc/docket/docket.yaml

            退出码 / Exit codes: 0 完成 ok · 1 与答案不符 score differs · 64 用法 usage · 65 数据 data · 69 不可用 unavailable · 70 内部 internal ·
            74 读写 I/O · 75 稍后再试 try later · 77 权限 permission · 78 配置 configuration
            """,
        version: "0.1.0",
        subcommands: [
            RunCommand.self, MigrateCommand.self, IntakeCommand.self, ReviewCommand.self, DigestCommand.self,
            StatusCommand.self, ExplainCommand.self, CheckCommand.self, RejectsCommand.self, FeedCommand.self,
            ConfigCommand.self,
            SimulateCommand.self, ScoreCommand.self, ReadDeliveryCommand.self,
        ]
    )

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.leave(with: error, of: Self.self)
        }
    }
}
