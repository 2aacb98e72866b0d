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
        var isFaulty = false
        for feed in passes.configuration.feeds where feeds.isEmpty || feeds.contains(feed.name) {
            var looks = SettlingFiles()
            do {
                let (taken, waiting, trouble) = try await passes.intake(
                    feed,
                    looks: &looks,
                    now: time.instant,
                    clock: Wall.now,
                    report: { line.show($0) }
                )
                Terminal.say("\(feed.name): \(taken) 新 new, \(waiting) 未静止 still settling")
                isFaulty = isFaulty || trouble != nil
            } catch let fault as FolderFault {
                isFaulty = true
                Terminal.complain("\(feed.name): \(fault)")
            }
        }
        line.finish()
        if isFaulty { throw ExitCode(74) }
    }
}
