import ArgumentParser
import Daemon
import Store

extension RejectsCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "逐行显示退回行 / Show rejected rows one by one",
            discussion: """
                原文含个人信息:不加 --raw 只显示其构成(9 数字，a 字母，某 文字);加 --raw 必须说明理由，并记入 docket.disclosure。
                The text holds personal data: without --raw only its shape is shown (9 a digit, a letter, 某 a character); with it a
                reason is needed, and the look is recorded in docket.disclosure.

                例 / Examples:
                  docket rejects show --delivery 17 --config /etc/docket/docket.yaml
                  docket rejects show --delivery 17 --line 5 --raw --reason "核对设备编号 / check the device number"
                """
        )

        @OptionGroup var options: RejectionOptions

        @Flag(name: .long, help: "显示原文 / show the text in clear")
        var raw = false

        @Option(name: .long, help: "查看原文的理由 / why the text must be seen")
        var reason: String?

        @Option(name: .long, help: "最多显示的行数 / rows to show at most")
        var rows: Int64 = 10

        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard raw else {
                if reason != nil { throw ValidationError("--reason 只与 --raw 同用 / --reason needs --raw") }
                return
            }
            guard let reason, !reason.allSatisfy(\.isWhitespace) else {
                throw ValidationError("--raw 须以 --reason 说明理由 / --raw needs a --reason")
            }
        }

        func run() async throws {
            let passes = try await common.passes("rejects show")
            try await options.check(against: passes)
            let (found, all) = try await passes.rejectedRows(
                options.filter,
                most: max(rows, 0),
                disclosure: raw ? (who: Caller.name, reason: reason ?? "") : nil,
                now: Wall.now
            )
            let encodings = passes.configuration.encodings
            let shown = found.map { RejectedRowReport($0, isClear: raw, encodings[$0.feed]) }
            if common.json { return try Terminal.json(RejectedRowsReport(all: all, rows: shown)) }
            for row in shown { row.sentences.forEach(Terminal.say) }
            Terminal.say(
                "\(shown.count)/\(all) 行 rows" + (raw && !shown.isEmpty ? "; 已记录 / recorded: \(Caller.name)" : "")
            )
        }
    }
}
