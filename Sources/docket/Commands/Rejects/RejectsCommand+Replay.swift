import ArgumentParser
import Daemon
import Store

extension RejectsCommand {
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "按现在的设置重读退回行与无法读取的文件 / Read rejected rows and unreadable files again, by today's settings",
            discussion: """
                只有退回的行入库，仍属原来的交付，带原来的行号与字节;再次退回的仍待处理。需要个人信息密钥。
                Only the rejected rows are taken, as part of their delivery, with their line and bytes; those rejected again stay open.
                It needs the key for personal data.

                例 / Examples:
                  docket rejects replay --feed breath-tests --dry-run --config /etc/docket/docket.yaml
                  docket rejects replay --delivery 17
                """
        )

        @OptionGroup var options: RejectionOptions

        @Flag(name: .long, help: "走完全程而不保留 / walk the whole way and keep nothing")
        var dryRun = false

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let passes = try await common.passes("rejects replay", takesIn: true)
            try await options.check(against: passes)
            let line = ProgressLine()
            var reports: [ReplayReport] = []
            try await passes.replay(
                options.filter,
                by: Caller.name,
                now: Wall.now,
                isRehearsal: dryRun,
                report: { line.show($0) },
                done: { replayed in
                    line.finish()
                    let report = ReplayReport(replayed, isRehearsal: dryRun)
                    if !common.json { Terminal.say(report.sentence) }
                    reports.append(report)
                }
            )
            line.finish()
            if !dryRun, reports.contains(where: \.changedSomething) { try await passes.ring() }
            if common.json {
                try Terminal.json(reports)
            } else if reports.isEmpty {
                Terminal.say("没有待处理的行 / no open row matches")
            } else if dryRun {
                Terminal.say("未保留任何改动 / nothing was kept")
            }
            if reports.contains(where: { $0.trouble != nil }) { throw ExitCode(65) }
        }
    }
}
