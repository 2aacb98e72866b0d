import ArgumentParser
import Daemon
import Model

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "运行守护进程：取数、复核、日报 / Run the daemon: intake, review, digest",
        discussion: """
            例 / Examples:
              docket run --config /etc/docket/docket.yaml
              docket run --config demo/docket.yaml --until-drained --as-of 2025-03-17T09:00:00+08:00
            SIGTERM 结束 ends it; SIGHUP 重读配置 re-reads the configuration.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var time: AsOfOption

    @Flag(
        name: .customLong("until-drained"),
        help: "取完全部数据、复核并写出日报后退出 / end once every feed is drained and the digest written"
    )
    var untilDrained = false

    func validate() throws {
        guard time.asOf == nil || untilDrained else {
            throw ValidationError("--as-of 只能与 --until-drained 同用 / --as-of needs --until-drained")
        }
        guard !common.json || untilDrained else {
            throw ValidationError("--json 只能与 --until-drained 同用 / --json needs --until-drained")
        }
    }

    func run() async throws {
        guard untilDrained else { return try await DaemonRun(common: common).run() }
        let passes = try await common.passes("run", takesIn: true)
        let line = ProgressLine()
        let outcome = try await Drain(passes).run(now: time.instant, clock: { Wall.now }, report: { line.show($0) })
        line.finish()
        for fault in outcome.faults { Terminal.complain(fault) }
        let review = outcome.review
        if common.json { try Terminal.json(Report(outcome)) }
        Terminal.complain(
            "\(outcome.deliveries) 个交付 deliveries, \(review.subjects) 个对象 subjects, 预警 alerts: \(review.opened) 新开 opened, "
                + "\(review.closed) 关闭 closed; 日报 digest: \(outcome.page)"
        )
        guard outcome.faults.isEmpty else { throw ExitCode(74) }
    }

    private struct Report: Encodable {
        let deliveries: Int
        let subjects: Int
        let opened: Int
        let updated: Int
        let closed: Int
        let reopened: Int
        let digest: String
        /// What kept files from being taken.
        let faults: [String]

        init(_ outcome: Drain.Outcome) {
            let review = outcome.review
            (deliveries, subjects, opened) = (outcome.deliveries, review.subjects, review.opened)
            (updated, closed, reopened) = (review.updated, review.closed, review.reopened)
            (digest, faults) = (outcome.page, outcome.faults)
        }
    }
}
