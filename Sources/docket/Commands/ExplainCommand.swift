import ArgumentParser
import Daemon
import FoundationEssentials
import Model
import Postgres
import Settings
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
        let found = try await passes.connection.use { session in
            try AlertStore.alert(key, session).map { ($0, try AlertStore.history(key, session)) }
        }
        guard let (row, history) = found else {
            throw Refusal(code: 65, description: "没有预警 \(alert) / there is no alert \(alert)")
        }
        if common.json { return Terminal.say(row.evidence) }
        let check = passes.configuration.checks.first { $0.id == row.check }
        Terminal.say("\(alert)  \(check?.titleChinese ?? row.check) / \(check?.titleEnglish ?? "")")
        Terminal.say("对象 subject: \(row.subject)   单位 unit: \(row.unit)   \(row.severity.rawValue)")
        Terminal.say("起算 since: \(row.since.chinaMinuteText)   期限 due: \(row.due.chinaMinuteText)")
        Terminal.say("规则 rule: \(row.ruleVersion)")
        for basis in check?.legalBasis ?? [] { Terminal.say("依据 law: \(basis)") }
        Terminal.say("关闭条件 closes by: \(check?.remedyChinese ?? "") / \(check?.remedyEnglish ?? "")")
        let evidence = try JSONDecoder().decode(Evidence.self, from: Data(row.evidence.utf8))
        for record in evidence.records {
            Terminal.say(record.sentence)
            let raw = try? passes.rawRow(sha256: record.sha256, offset: record.byteFrom, length: record.byteLength)
            if raw == nil { Terminal.say("    存档中缺少原件! / the archive lacks the original!") }
        }
        for event in history {
            Terminal.say("\(event.at.chinaMinuteText) \(event.event) \(event.severity.rawValue) \(event.remark ?? "")")
        }
    }

    private struct Evidence: Decodable {
        let records: [Record]

        struct Record: Decodable {
            let kind: String
            let key: String
            let revision: Int64
            let sha256: String
            let file: String
            let line: Int64
            let byteFrom: Int64
            let byteLength: Int64
            let strength: String?
            let reasons: String?
            let refused: String?

            var sentence: String {
                let place = "\(file) 第\(line)行 line \(line), 字节 bytes \(byteFrom)+\(byteLength), sha256 \(sha256)"
                let link = [strength, reasons, refused.map { "拒绝 refused: \($0)" }].compactMap { $0 }
                return "\(kind) \(key) 版本 revision \(revision) \(link.joined(separator: ", "))\n    \(place)"
            }
        }
    }
}
