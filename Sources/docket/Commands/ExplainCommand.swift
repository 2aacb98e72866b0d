import ArgumentParser
import Daemon
import Model
import Store

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "说明一个预警：依据、时限、证据、经过 / Explain an alert: law, clock, evidence, history",
        discussion: "例 / Example: docket explain 430800-2026-00012 --config /etc/docket/docket.yaml"
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
    var alert: AlertNumber

    @OptionGroup var common: CommonOptions

    func run() async throws {
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
}
