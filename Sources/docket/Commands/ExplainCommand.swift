import ArgumentParser
import Daemon
import Model
import Store

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "说明一个预警，或为何没有预警 / Explain an alert, or why there is none",
        discussion: """
            例 / Examples:
              docket explain 430800-2026-00012 --config /etc/docket/docket.yaml
              docket explain --why-not drunk-no-case 'JC01|17' --config /etc/docket/docket.yaml
            """
    )

    @Argument(
        help: "预警编号 / number of the alert",
        transform: { text in
            guard let number = AlertNumber(text) else {
                throw ValidationError(
                    "\(text) 不是预警编号，应如 430800-2026-00012 / is no alert number; write it like 430800-2026-00012"
                )
            }
            return number
        }
    )
    var alert: AlertNumber?

    @Option(
        name: .customLong("why-not"),
        parsing: .upToNextOption,
        help: "核查与对象：为何不报 / a check and a subject: why it raises nothing"
    )
    var whyNot: [String] = []

    @OptionGroup var common: CommonOptions
    @OptionGroup var time: AsOfOption

    func validate() throws {
        guard (alert == nil) == (whyNot.count == 2), alert == nil || whyNot.isEmpty else {
            throw ValidationError(
                "写一个预警编号，或 --why-not 核查 对象 / write the number of an alert, or --why-not CHECK SUBJECT"
            )
        }
    }

    func run() async throws {
        guard let alert else { return try await explainSilence() }
        let passes = try await common.passes("explain")
        let key = AlertKey(region: alert.region, year: Int32(clamping: alert.year), number: alert.serial)
        guard let explanation = try await passes.explanation(of: key) else {
            throw Refusal(code: 65, description: "没有预警 \(alert) / there is no alert \(alert)")
        }
        if common.json { return try Terminal.json(ExplanationReport(explanation)) }
        let sheet = ExplanationSheet(explanation) { record in
            let row = try? passes.rawRow(
                sha256: record.sha256,
                part: record.part,
                offset: record.byteFrom,
                length: record.byteLength
            )
            return row != nil
        }
        sheet.lines.forEach(Terminal.say)
    }

    private func explainSilence() async throws {
        let configuration = try common.load()
        let check = try CheckCommand.find(whyNot[0], in: configuration)
        let passes = try await common.passes("explain", configuration)
        let answer = try await passes.whyNot(check, whyNot[1], now: time.instant)
        if common.json { return try Terminal.json(WhyNotReport(answer)) }
        for line in WhyNotSheet(answer).lines {
            Paragraph(indented: line, width: Terminal.room).lines.forEach(Terminal.say)
        }
    }
}
