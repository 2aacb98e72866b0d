import Model

/// One trouble in words.
struct LetterEntry {
    /// Which list the entry stands in; an undetermined matter must never read like a lead.
    enum Standing { case open, undetermined, closed }

    let number: String?
    let severity: Severity
    /// Such as 严重, or 如成立：严重 where nothing is decided yet.
    let severityWord: String
    let title: String
    /// The English title, set small beside a Chinese one.
    let titleBeside: String?
    /// 追溯, or nil.
    let retrospective: String?
    let facts: Letter.Line
    let since: Letter.Line
    let due: Letter.Line
    /// By how much the deadline is past, or what is left of it; nil once closed.
    let lateness: String?
    /// What is awaited, why it was closed, what would close it, and the law it rests on.
    let notes: [Letter.Line]

    init(_ entry: DigestEntry, check: DigestCheck?, standing: Standing, asOf: Instant, _ say: Wording) {
        let word = say.severity(entry.severity)
        number = entry.alertNumber
        severity = entry.severity
        severityWord = standing == .undetermined ? say("如成立：\(word)", "if it holds: \(word.lowercased())") : word
        (title, titleBeside) = say.title(of: check, id: entry.check)
        retrospective = entry.retrospective ? say("追溯", "retrospective") : nil
        facts = (say("事实", "Facts"), say.either(entry.factsChinese, entry.factsEnglish))
        since = (say("起算", "Since"), say.moment(entry.since))
        due = (say("期限", "Deadline"), say.moment(entry.due))
        lateness = Self.lateness(due: entry.due, asOf: asOf, standing, say)
        notes = Self.notes(entry, check: check, standing, say)
    }

    private static func lateness(due: Instant, asOf: Instant, _ standing: Standing, _ say: Wording) -> String? {
        let span = say.span(from: due, to: asOf)
        return switch standing {
        case .closed: nil
        case _ where due > asOf: say("尚余\(span)", "\(span) left")
        case .open: say("逾期\(span)", "overdue by \(span)")
        case .undetermined: say("期限已过\(span)，尚不能判定", "passed \(span) ago, cannot be told yet")
        }
    }

    private static func notes(
        _ entry: DigestEntry,
        check: DigestCheck?,
        _ standing: Standing,
        _ say: Wording
    ) -> [Letter.Line] {
        let remark = say.either(entry.remarkChinese, entry.remarkEnglish)
        let rule = IntakeRule(rawValue: entry.check)
        let remedy = say.either(
            check?.remedyChinese ?? rule?.remedyChinese ?? "",
            check?.remedyEnglish ?? rule?.remedyEnglish ?? ""
        )
        var notes: [Letter.Line] = []
        switch standing {
        case .open:
            notes.append((say("办结条件", "Would close it"), remedy))
            notes.append((say("说明", "Remark"), remark))
        case .undetermined:
            notes.append((say("等待", "Awaiting"), remark.isEmpty ? say("未注明", "not stated") : remark))
            notes.append((say("办结条件", "Would settle it"), remedy))
        case .closed:
            notes.append((say("办结原因", "Closed because"), remark.isEmpty ? say("未注明", "not stated") : remark))
        }
        let basis = check?.legalBasis ?? []
        notes.append((say("依据", "Legal basis"), basis.joined(separator: say("；", "; "))))
        return notes.filter { !$0.text.isEmpty }
    }
}

extension Wording {
    /// The title of a check, and its English title where that stands beside a Chinese one.
    func title(of check: DigestCheck?, id: String) -> (title: String, beside: String?) {
        let rule = IntakeRule(rawValue: id)
        let chinese = check?.titleChinese ?? rule?.titleChinese ?? ""
        let english = check?.titleEnglish ?? rule?.titleEnglish ?? ""
        let title = either(chinese, english)
        guard language == .chinese, !english.isEmpty, english != title else {
            return (title.isEmpty ? id : title, nil)
        }
        return (title, english)
    }
}
