import ArgumentParser
import Daemon
import Feeds
import Settings

struct IntakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "取一次数：全部或指定的数据源 / Take in once, all feeds or those named",
        discussion: "例 / Example: docket intake breath-tests --config /etc/docket/docket.yaml"
    )

    @Argument(help: "数据源名称 / names of feeds")
    var feeds: [String] = []

    @OptionGroup var common: CommonOptions
    @OptionGroup var time: AsOfOption

    func run() async throws {
        let configuration = try common.load()
        let known = configuration.feeds.map(\.name)
        if let stranger = feeds.first(where: { !known.contains($0) }) {
            throw ValidationError(
                "没有名为 \(stranger) 的数据源 / there is no feed \(stranger); one of: \(known.joined(separator: ", "))"
            )
        }
        let passes = try await common.passes("intake", configuration, takesIn: true)
        let line = ProgressLine()
        var reports: [Report] = []
        for feed in passes.configuration.feeds where feeds.isEmpty || feeds.contains(feed.name) {
            var looks = SettlingFiles()
            do {
                let poll = try await passes.intake(
                    feed,
                    looks: &looks,
                    now: time.instant,
                    clock: Wall.now,
                    report: { line.show($0) }
                )
                reports.append(
                    Report(feed: feed.name, taken: poll.taken, settling: poll.settling, trouble: poll.trouble)
                )
                if let trouble = poll.trouble { Terminal.complain("\(feed.name): \(trouble)") }
            } catch let fault as FolderFault {
                reports.append(Report(feed: feed.name, taken: 0, settling: 0, trouble: "\(fault)"))
                Terminal.complain("\(feed.name): \(fault)")
            }
        }
        line.finish()
        if reports.contains(where: { $0.taken > 0 }) { try await passes.ring() }
        if common.json {
            try Terminal.json(reports)
        } else {
            for report in reports { Terminal.say(report.sentence) }
        }
        if reports.contains(where: { $0.trouble != nil }) { throw ExitCode(74) }
    }

    private struct Report: Encodable {
        let feed: String
        /// New deliveries.
        let taken: Int
        /// Files that may still grow.
        let settling: Int
        /// What keeps a file from being taken until a person sees to it.
        let trouble: String?

        var sentence: String { "\(feed): \(taken) 新 new, \(settling) 未静止 still settling" }
    }
}
