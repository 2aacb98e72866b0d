import Daemon
import Model
import Settings
import Store

/// Why a check raises nothing of a subject, as lines for a person.
struct WhyNotSheet {
    private let answer: WhyNot

    init(_ answer: WhyNot) { self.answer = answer }

    var lines: [String] {
        let check = answer.check
        let head = [
            "\(check.titleChinese) / \(check.titleEnglish) (\(check.id) 第\(check.number)版)",
            "对象 subject: \(answer.subject)", "    \(answer.facts.chinese)", "    \(answer.facts.english)",
        ]
        return head + obstacles + verdict + records
    }

    /// What keeps the check from saying anything of it.
    private var obstacles: [String] {
        var lines: [String] = []
        if !answer.check.status.runs {
            lines.append("! 核查状态 \(answer.check.status.rawValue)，复核时不运行 / the check does not run in reviews")
        }
        if answer.check.status == .shadow {
            lines.append("! 核查为 shadow，只记录不报 / a shadow check records and raises nothing")
        }
        if !answer.missing.isEmpty {
            let names = answer.missing.map(\.code).joined(separator: ", ")
            lines.append("! 不能运行，数据源缺少 / not runnable, no feed brings: \(names)")
        }
        if let refusal = answer.refusal { lines.append("! \(refusal)") }
        if let exception = answer.exception {
            lines.append(
                "! 例外至 \(exception.until.text) / excepted until then: \(exception.reason)，决定人 by \(exception.by)"
            )
        }
        if !answer.isKnown { lines.append("! 库中没有此对象 / there is no such subject in the database") }
        return lines
    }

    private var verdict: [String] {
        guard let finding = answer.finding else {
            guard answer.isKnown, answer.refusal == nil else { return [] }
            return ["结论 verdict: 不合核查条件，未作结论 / it does not meet the condition of the check"]
        }
        var lines = ["起算 since: \(finding.since.chinaMinuteText)   期限 due: \(finding.due.chinaMinuteText)"]
        switch finding.state {
        case .holds:
            let at = finding.answeredAt.map { " (\($0.chinaMinuteText))" } ?? ""
            lines.append("结论 verdict: 已办\(at)，见下列有“answers”的记录 / done\(at): see the records below that answer")
        case .notDue: lines.append("结论 verdict: 期限未到 / its time is not up")
        case .undetermined:
            lines.append(
                "结论 verdict: 尚不能判定 / cannot be decided yet: \(answer.awaits.chinese) / \(answer.awaits.english)"
            )
        case .violated:
            let number = answer.alert.map { " \($0.number.text)" } ?? ""
            lines.append("结论 verdict: 正是线索\(number) / it is a lead\(number): docket explain\(number)")
        }
        return lines + answer.compared.map { "比较 compared: \($0.chinese) / \($0.english) = \($0.value)" }
    }

    private var records: [String] {
        (answer.evidence?.records ?? []).map { record in
            let link = [record.strength, record.reasons, record.refused.map { "拒绝 refused: \($0)" }].compactMap { $0 }
            let word = record.strength != nil && record.refused == nil && record.strength != "weak" ? " answers" : ""
            return
                "  \(record.kind) \(record.key)\(word)  \(link.joined(separator: ", "))  \(record.file) line \(record.line)"
        }
    }
}
