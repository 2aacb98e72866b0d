/// A case as its register shows it at a time.
struct CaseLine {
    let entry: CaseEntry
    let world: World
    let time: Int64

    private var isCounty: Bool { entry.register == .county }

    func text(_ column: CaseColumn) -> String {
        switch column {
        case .number: entry.number
        case .category: category
        case .offence: (entry.hundredths ?? 0) >= 8_000 ? "1702" : "1712"
        case .offenceClass: entry.isDrunk(at: time) ? "醉酒" : "饮酒"
        case .unit: entry.unit
        case .officer: entry.officer
        case .occurred: Wording.time(entry.occurredAt)
        case .measure: known(entry.measureAt)
        case .accepted: known(entry.acceptedAt)
        case .entered: Wording.time(entry.enteredAt)
        case .status: status
        case .device: cited?.device ?? ""
        case .record: cited.map { String($0.number) } ?? ""
        case .alcohol: Wording.decimal(entry.hundredths)
        case .measured: entry.measureAt != nil && !entry.isDrunk ? Wording.decimal(entry.hundredths) : ""
        case .vehicle: isCounty ? (entry.isMotor ? "机动车" : "非机动车") : (entry.isMotor ? "1" : "2")
        case .noBreath: entry.noBreathReason ?? ""
        case .joined: entry.joinedTo.map { $0.at <= time ? $0.number : "" } ?? ""
        case .renumbered: entry.renumberedFrom ?? ""
        case .seized: known(entry.seizedAt)
        case .returned: known(entry.returnedAt)
        case .name: entry.name ?? ""
        case .id: entry.id ?? ""
        case .plate: isCounty ? Wording.plate(entry.plate, mark: "·") : entry.plate ?? ""
        default: outcome(column)
        }
    }

    private func outcome(_ column: CaseColumn) -> String {
        let outcome = entry.outcome
        let isDecided = outcome.decidedAt.map { $0 <= time } ?? false
        switch column {
        case .approver: return isApproved ? outcome.approver ?? "" : ""
        case .filed: return known(outcome.filedAt)
        case .notFiled: return known(outcome.notFiledAt)
        case .reason: return outcome.notFiledAt.map { $0 <= time } ?? false ? outcome.nonfilingReason ?? "" : ""
        case .withdrawn: return known(outcome.withdrawnAt)
        case .revoked: return known(outcome.revokedAt)
        case .notified: return known(outcome.penaltyNotifiedAt)
        case .decided: return known(outcome.decidedAt)
        case .decidedValue: return isDecided ? Wording.decimal(outcome.decisionHundredths) : ""
        case .extended: return known(outcome.extendedAt)
        case .transferred: return known(outcome.transferredAt)
        case .detention: return isDecided ? outcome.detentionDays.map(String.init) ?? "" : ""
        case .waived: return flag(isDecided && outcome.isDetentionWaived)
        default: return blood(column)
        }
    }

    private func blood(_ column: CaseColumn) -> String {
        let blood = entry.blood
        switch column {
        case .drawn: return known(blood?.drawnAt)
        case .sent: return known(blood?.sentAt)
        case .received: return known(blood?.receivedAt)
        case .reported: return known(blood?.reportedAt)
        case .told: return known(blood?.notifiedAt)
        case .attempted: return known(blood?.attemptedAt)
        case .blood: return known(blood?.reportedAt).isEmpty ? "" : Wording.decimal(blood?.hundredths)
        case .tube: return known(blood?.drawnAt).isEmpty ? "" : blood?.tube ?? ""
        default: return circumstance(column)
        }
    }

    private func circumstance(_ column: CaseColumn) -> String {
        let facts = entry.circumstances
        switch column {
        case .use: return facts.isCommercial ? "营运" : "非营运"
        case .licence: return facts.licence.rawValue
        case .liable: return flag(facts.flags.contains(.liable))
        case .fled: return flag(facts.flags.contains(.fled))
        case .expressway: return flag(facts.flags.contains(.expressway))
        case .passengers: return flag(facts.flags.contains(.passengers))
        case .obstructed: return flag(facts.flags.contains(.obstructed))
        case .prior: return facts.priorPenalty.map(LocalTime.date) ?? ""
        case .convicted: return facts.priorConviction.map(LocalTime.date) ?? ""
        default: return ""
        }
    }

    private var category: String {
        switch entry.category(at: time) {
        case .measure: isCounty ? "强制措施" : "01"
        case .acceptance: isCounty ? "受案" : "02"
        case .administrative: isCounty ? "行政案件" : "03"
        case .criminal: isCounty ? "刑事立案" : "04"
        }
    }

    private var status: String {
        if let void = entry.voidAt, void <= time { return isCounty ? "作废" : "9" }
        return isCounty ? "在办" : "0"
    }

    /// Whether something was decided that needs an approver.
    private var isApproved: Bool {
        let outcome = entry.outcome
        return [outcome.filedAt, outcome.notFiledAt, outcome.withdrawnAt, outcome.decidedAt, outcome.extendedAt]
            .contains { $0.map { $0 <= time } ?? false }
    }

    private var cited: (device: String, number: Int)? {
        entry.cited.map { (world.roster.testers[world.tests[$0].tester].device, world.tests[$0].number) }
    }

    private func known(_ moment: Int64?) -> String { Wording.time(moment, knownAt: time) }

    private func flag(_ isSo: Bool) -> String { isCounty ? (isSo ? "是" : "否") : (isSo ? "1" : "0") }
}
