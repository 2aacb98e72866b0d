import ArgumentParser
import Daemon
import Feeds
import Model
import Settings

/// Reads a file as a feed would, and stores nothing.
struct TryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract:
            "试读一个文件：显示解码、列、将存入与退回的行，不存任何东西 / Try a file: show decoding, columns, what would be stored and rejected; store nothing",
        discussion: """
            例 / Examples:
              docket feed try breath-tests export.csv
              docket feed try breath-tests export.csv --limit 3
              docket feed try cases 台账.xlsx --json --config /etc/docket/docket.yaml
            """
    )

    @Argument(help: "数据源名称 / name of the feed")
    var feed: String

    @Argument(help: "文件 / file")
    var file: String

    @Option(name: [.customLong("limit"), .customLong("rows")], help: "最多显示的行数 / rows to show at most")
    var limit = 10

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.load()
        guard let definition = configuration.feeds.first(where: { $0.name == feed }) else {
            let names = configuration.feeds.map(\.name).joined(separator: ", ")
            throw ValidationError("没有名为 \(feed) 的数据源 / there is no feed \(feed); one of: \(names)")
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if let rule = definition.exportTime, try ExportTimeReader(rule).time(of: name) == nil {
            Terminal.complain(
                "\(name): 文件名没有 exported_at 所说的导出时刻，凭它不能断言“没有” / its name bears no time of export, so it proves no absence"
            )
        }
        let trial = FeedTrial(
            feed: definition,
            law: configuration.law,
            most: limit,
            now: Wall.now,
            reading: .ownProcess
        )
        let report = try TrialReport(of: trial, file)
        if common.json { return try Terminal.json(TrialDocument(report)) }
        for line in TrialSheet(report: report, feed: definition, width: Terminal.width).lines { Terminal.say(line) }
    }
}
