import Daemon
import Model
import Settings
import Store

/// An explanation as lines for a person at a terminal, Chinese with English beside it.
struct ExplanationSheet {
    private let explanation: Explanation
    /// Whether the archive still holds the row a record came from.
    private let isKept: (Evidence.Record) -> Bool

    init(_ explanation: Explanation, isKept: @escaping (Evidence.Record) -> Bool) {
        self.explanation = explanation
        self.isKept = isKept
    }

    var lines: [String] { heading + law + evidence + history }

    private var heading: [String] {
        let alert = explanation.alert
        let (rule, unit, facts) = (explanation.rule, explanation.unit, explanation.facts)
        let state = alert.isOpen ? "未关闭 open" : "已关闭 closed: \(alert.closedBecause ?? "")"
        return [
            "\(alert.number.text)  \(rule?.titleChinese ?? alert.check) / \(rule?.titleEnglish ?? alert.check)",
            "状态 state: \(state)\(alert.remark.map { " (\($0))" } ?? "")   程度 severity: \(alert.severity.rawValue)"
                + (alert.isRetrospective ? "   追溯 retrospective" : ""),
            "对象 subject: \(alert.subject)   单位 unit: \(alert.unit) \(unit.chinese) / \(unit.english)",
            "事实 facts: \(facts.chinese)", "    \(facts.english)",
        ] + (explanation.reason.map { ["程度理由 why so grave: \($0.chinese) / \($0.english)"] } ?? [])
            + explanation.compared.map { "比较 compared: \($0.chinese) / \($0.english) = \($0.value)" }
    }

    private var law: [String] {
        let alert = explanation.alert
        var lines = ["起算 since: \(alert.since.chinaMinuteText)   期限 due: \(alert.due.chinaMinuteText)"]
        if let clock = explanation.clock {
            lines.append(
                "时限 clock: \(clock.code) \(clock.nameChinese) / \(clock.nameEnglish), \(clock.length.sentence); "
                    + clock.validity.citation
            )
        }
        lines += ClockSheet(explanation.days).lines
        lines += (explanation.rule?.legalBasis ?? []).map { "依据 law: \($0)" }
        lines.append("规则 rule: \(alert.check) \(alert.ruleVersion)")
        if let check = explanation.check {
            lines.append("先排除 rule out first: " + check.trapsChinese.joined(separator: "；"))
            lines.append("    " + check.trapsEnglish.joined(separator: "; "))
        }
        lines.append("关闭条件 closes by: \(explanation.rule?.remedyChinese ?? "—")")
        lines.append("    \(explanation.rule?.remedyEnglish ?? "—")")
        return lines
    }

    private var evidence: [String] {
        var lines = ["证据 evidence:"]
        for (record, values) in zip(explanation.evidence.records, explanation.values) {
            let link = [record.strength, record.reasons, record.refused.map { "拒绝 refused: \($0)" }].compactMap { $0 }
            lines.append(
                "  \(record.kind) \(record.key) 第\(record.revision)版 revision \(record.revision)  "
                    + link.joined(separator: ", ")
            )
            lines.append("    " + values.map { "\($0.name)=\($0.text)" }.joined(separator: " "))
            lines.append(
                "    \(record.file)\(record.part.map { " [\($0)]" } ?? "") 第\(record.line)行 line \(record.line), 字节 bytes \(record.byteFrom)+\(record.byteLength), "
                    + "sha256 \(record.sha256)"
            )
            if !isKept(record) { lines.append("    存档中缺少原件! / the archive lacks the original!") }
        }
        return lines
    }

    private var history: [String] {
        ["经过 history:"]
            + explanation.history.map { event in
                "  \(event.at.chinaMinuteText) \(event.event) \(event.severity.rawValue) \(event.remark ?? "")"
            }
    }
}
