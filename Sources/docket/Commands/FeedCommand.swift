import ArgumentParser
import Daemon
import Feeds
import FoundationEssentials
import Model
import Settings

struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "数据源 / Feeds",
        subcommands: [Try.self]
    )

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try",
            abstract: "试读一个文件：显示将存入与退回的行，不存任何东西 / Try a file: show what would be stored and rejected, store nothing",
            discussion: "例 / Example: docket feed try breath-tests export.csv --config /etc/docket/docket.yaml"
        )

        @Argument(help: "数据源名称 / name of the feed")
        var feed: String

        @Argument(help: "文件 / file")
        var file: String

        @Option(name: .long, help: "最多显示的行数 / rows to show at most")
        var rows = 10

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let configuration = try common.load()
            guard let definition = configuration.feeds.first(where: { $0.name == feed }) else {
                let names = configuration.feeds.map(\.name).joined(separator: ", ")
                throw ValidationError("没有名为 \(feed) 的数据源 / there is no feed \(feed); one of: \(names)")
            }
            let trial = FeedTrial(feed: definition, law: configuration.law, most: rows)
            let tally = try trial.run(file) { Terminal.say($0) }
            Terminal.say(
                "读入 read \(tally.read) = 可存 would store \(tally.mapped) + 退回 rejected \(tally.rejected);未存入任何东西 / nothing was stored"
            )
        }
    }
}
