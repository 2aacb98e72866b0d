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
        subcommands: [DraftCommand.self, Try.self]
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
            let trial = FeedTrial(feed: definition, law: configuration.law, most: rows, now: Wall.now)
            let name = file.split(separator: "/").last.map(String.init) ?? file
            if let rule = definition.exportTime, try ExportTimeReader(rule).time(of: name) == nil {
                Terminal.complain(
                    "\(name): 文件名没有 exported_at 所说的导出时刻，凭它不能断言“没有” / its name bears no time of export, so it proves no absence"
                )
            }
            if common.json { return try Terminal.json(Report(of: trial, file)) }
            let tally = try trial.run(file) { Terminal.say($0.sentence) }
            Terminal.say(
                "读入 read \(tally.read) = 可存 would store \(tally.mapped) + 退回 rejected \(tally.rejected);未存入任何东西 / nothing was stored"
            )
        }
    }
}

extension FeedTrial.Row {
    /// The row in one line.
    fileprivate var sentence: String {
        switch self {
        case .record(let line, let key, let values):
            "✓ 第\(line)行 line \(line) \(key ?? "(按内容 by content)"): "
                + values.map { "\($0.name)=\($0.text)" }.joined(separator: " ")
        case .rejection(let line, let column, let explanation):
            "✗ 第\(line)行 line \(line)\(column.map { " \($0)" } ?? ""): \(explanation)"
        }
    }
}

/// What `feed try --json` prints.
private struct Report: Encodable {
    let read: Int64
    let wouldStore: Int64
    let rejected: Int64
    let records: [Record]
    let rejections: [Rejection]

    struct Record: Encodable {
        let line: Int64
        /// Absent where rows are named by their content.
        let key: String?
        let values: [String: String]
    }

    struct Rejection: Encodable {
        let line: Int64
        let column: String?
        let explanation: String
    }

    init(of trial: FeedTrial, _ file: String) throws {
        var (records, rejections): ([Record], [Rejection]) = ([], [])
        let tally = try trial.run(file) { row in
            switch row {
            case .record(let line, let key, let values):
                let named = Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
                records.append(Record(line: line, key: key, values: named))
            case .rejection(let line, let column, let explanation):
                rejections.append(Rejection(line: line, column: column, explanation: explanation))
            }
        }
        (read, wouldStore, rejected) = (tally.read, tally.mapped, tally.rejected)
        (self.records, self.rejections) = (records, rejections)
    }
}
