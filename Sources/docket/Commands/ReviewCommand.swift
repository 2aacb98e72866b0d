import ArgumentParser
import Daemon

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "复核一次：只看有变动或到期的，或全部 / Review once: what was touched or fell due, or everything",
        discussion: "例 / Example: docket review --full --dry-run --config /etc/docket/docket.yaml"
    )

    @Flag(name: .long, help: "全量复核 / go through everything")
    var full = false

    @Flag(name: .customLong("dry-run"), help: "照常复核，然后全部撤回 / walk the real path, then undo it all")
    var dryRun = false

    @OptionGroup var common: CommonOptions
    @OptionGroup var time: AsOfOption

    func run() async throws {
        let passes = try await common.passes("review")
        guard
            let outcome = try await passes.review(
                now: time.instant,
                scope: full ? .full : .touched,
                isRehearsal: dryRun
            )
        else {
            throw Refusal(code: 75, description: "另一进程正在复核本地区 / another process is reviewing this region")
        }
        if common.json {
            try Terminal.json(Report(outcome))
        } else {
            Terminal.say(
                "\(outcome.subjects) 个对象 subjects: \(outcome.opened) 新开 opened, \(outcome.updated) 更新 updated, "
                    + "\(outcome.closed) 关闭 closed, \(outcome.reopened) 重开 reopened"
            )
        }
        for (check, fault) in outcome.faults.sorted(by: { $0.key < $1.key }) {
            Terminal.complain("\(check): 未能运行，请改正其 sql / could not be run; correct its sql: \(fault)")
        }
        guard outcome.faults.isEmpty else { throw ExitCode(78) }
    }

    private struct Report: Encodable {
        let subjects: Int
        let opened: Int
        let updated: Int
        let closed: Int
        let reopened: Int
        /// Why checks could not be run, by check.
        let faults: [String: String]

        init(_ outcome: ReviewPass.Outcome) {
            (subjects, opened, updated) = (outcome.subjects, outcome.opened, outcome.updated)
            (closed, reopened, faults) = (outcome.closed, outcome.reopened, outcome.faults)
        }
    }
}
