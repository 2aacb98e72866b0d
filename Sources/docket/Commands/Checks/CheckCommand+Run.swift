import ArgumentParser
import Daemon
import Model
import Settings
import Store

extension CheckCommand {
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run",
            abstract: "对库中全部记录试运行一项核查，不留下任何数据 / Run one check over everything there is, keeping nothing",
            discussion: """
                例 / Example:
                  docket check run drunk-no-case --since 2025-03-01 --until 2025-04-01 --config /etc/docket/docket.yaml
                """
        )

        @Argument(help: "核查名称或文件 / name of a check, or its file")
        var check: String

        @Option(help: "只看此日起算的 / only what began on this day or later", transform: Self.day)
        var since: Day?

        @Option(help: "只看此日前起算的 / only what began before this day", transform: Self.day)
        var until: Day?

        @Flag(name: .customLong("dry-run"), help: "总是如此，写出仅为明示 / always so; may be written to say it")
        var dryRun = false

        @OptionGroup var common: CommonOptions
        @OptionGroup var time: AsOfOption

        func run() async throws {
            let configuration = try common.load()
            let check = try CheckCommand.find(check, in: configuration)
            let missing = check.missing(among: configuration.feeds).map(\.code)
            guard missing.isEmpty else {
                let names = missing.joined(separator: ", ")
                throw Refusal(code: 78, description: "不能运行，缺少 \(names) / not runnable, no feed of \(names)")
            }
            let passes = try await common.passes("check", configuration)
            guard let (findings, fault) = try await passes.findings(of: check, now: time.instant) else {
                throw Refusal(code: 75, description: "另一进程正在复核本地区 / another process is reviewing this region")
            }
            let shown = findings.filter(isAskedFor)
            if common.json { try Terminal.json(shown.map(FindingReport.init)) } else { tell(shown) }
            guard let fault else { return }
            throw Refusal(code: 78, description: fault)
        }

        private func isAskedFor(_ finding: FindingRow) -> Bool {
            let day = ChinaTime.day(of: finding.since)
            return since.map { day >= $0 } ?? true && until.map { day < $0 } ?? true
        }

        private func tell(_ findings: [FindingRow]) {
            let head = ["状态 state", "程度 severity", "单位 unit", "起算 since", "期限 due", "对象 subject"]
            let rows = findings.filter { $0.state != .holds }.map { finding in
                [
                    finding.state.rawValue, finding.severity.rawValue, finding.unit, finding.since.chinaMinuteText,
                    finding.due.chinaMinuteText, finding.subject,
                ]
            }
            TextTable([head] + rows, uncut: [5]).lines(within: Terminal.width).forEach(Terminal.say)
            let counts = FindingState.allCases.map { state in
                "\(state.rawValue) \(findings.count { $0.state == state })"
            }
            Terminal.say(counts.joined(separator: ", "))
        }

        @Sendable private static func day(_ text: String) throws -> Day {
            guard let day = Day(iso: text) else {
                throw ValidationError("\(text) 不是日期，应如 2025-03-01 / is no day; write it like 2025-03-01")
            }
            return day
        }
    }
}
