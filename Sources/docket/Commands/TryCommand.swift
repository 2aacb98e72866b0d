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
              docket feed try ./new.yaml export.csv     # 尚未放入 feeds/ 的也可试 / one that is not among the feeds yet

            只读主配置中的 law 与这一个数据源；其他数据源没写完也可试。 / Of the settings only the law and this one feed are read: others may be
            unfinished.
            """
    )

    @Argument(help: "数据源名称，或其 .yaml 文件 / name of the feed, or its .yaml file")
    var feed: String

    @Argument(help: "文件 / file")
    var file: String

    @Option(name: [.customLong("limit"), .customLong("rows")], help: "最多显示的行数 / rows to show at most")
    var limit = 10

    @Flag(name: .long, help: "以JSON输出 / print JSON for machines")
    var json = false

    @OptionGroup var settings: FoundSettings

    func run() async throws {
        let found = try found()
        let definition = found.feed
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if let rule = definition.exportTime, try ExportTimeReader(rule).time(of: name) == nil {
            Terminal.complain(
                "\(name): 文件名没有 exported_at 所说的导出时刻，凭它不能断言“没有” / its name bears no time of export, so it proves no absence"
            )
        }
        let trial = FeedTrial(
            feed: definition,
            law: found.law,
            most: limit,
            now: Wall.now,
            reading: .ownProcess
        )
        let report = try TrialReport(of: trial, file)
        if json { return try Terminal.json(TrialDocument(report)) }
        for line in TrialSheet(report: report, feed: definition, width: Terminal.room).lines { Terminal.say(line) }
    }

    /// - Throws: `ValidationError` where no feed bears the name.
    private func found() throws -> SingleFeed {
        do {
            return try SingleFeed.load(feed, main: settings.path)
        } catch let unknown as SingleFeed.Unknown {
            let names = unknown.names.isEmpty ? "-" : unknown.names.joined(separator: ", ")
            let unread = unknown.problems.map { "\n" + $0.description }.joined()
            throw ValidationError("没有名为 \(feed) 的数据源 / there is no feed \(feed); one of: \(names)\(unread)")
        }
    }
}
