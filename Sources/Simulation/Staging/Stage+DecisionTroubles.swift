extension Stage {
    /// Decisions that are missing, unlawful, or below what was measured.
    mutating func stageDecisionTroubles() throws {
        try stageReviews()
        try stageNonfilings()
        try stageOpenLicences()
        try stageDowngrades()
        try stagePenalties()
    }

    private mutating func stageReviews() throws {
        for _ in 0..<2 {
            let scene = try scene(9_000...14_000, before: 6)
            leaveOpen(scene.entry)
            note(.entry(scene.entry), "neither filed nor declined, three days after the report")
        }
        let longer = try scene(9_000...14_000, before: 6)
        leaveOpen(longer.entry)
        cases[longer.entry].outcome.approver = approver(of: longer.entry)
        cases[longer.entry].outcome.extendedAt = timetable.morning(longer.slot.day + 3, 10)
        cases[longer.entry].outcome.filedAt = timetable.morning(longer.slot.day + 16, 10)
        trap("filing-decision-overdue", .entry(longer.entry), "the review was extended with approval")
        let elsewhere = try scene(9_000...14_000, before: 6)
        leaveOpen(elsewhere.entry)
        cases[elsewhere.entry].outcome.transferredAt = timetable.morning(elsewhere.slot.day + 2, 10)
        trap("filing-decision-overdue", .entry(elsewhere.entry), "handed over to the authority in charge")
    }

    private mutating func stageNonfilings() throws {
        let bare = try scene(9_000...14_000, before: 4)
        decline(bare, nil)
        note(.entry(bare.entry), "not filed, without a reason")
        let unapproved = try scene(9_000...14_000, before: 4)
        decline(unapproved, "LT150")
        cases[unapproved.entry].outcome.approver = nil
        note(.entry(unapproved.entry), "not filed, without an approver")
        let high = try scene(16_000...19_000, before: 4)
        decline(high, "LT150")
        note(.entry(high.entry), "not filed as below 150, with 160 and more")
        let grave = try scene(9_000...14_000, before: 4)
        decline(grave, "LT150")
        cases[grave.entry].circumstances.flags = [.expressway]
        note(.entry(grave.entry), "not filed, though on an expressway")
        let moved = try scene(16_000...19_000, before: 4)
        decline(moved, "SHORT_MOVE")
        trap("nonfiling-unsupported", .entry(moved.entry), "another reason than the value allows 150 and more")
        let former = try scene(9_000...14_000, before: 4)
        decline(former, "LT150")
        cases[former.entry].circumstances.priorPenalty = timetable.start - 1_200
        trap("nonfiling-unsupported", .entry(former.entry), "the earlier penalty is three years old")
    }

    private mutating func stageOpenLicences() throws {
        let open = try scene(9_000...14_000, before: 4)
        decline(open, "LT150")
        cases[open.entry].outcome.revokedAt = nil
        note(.entry(open.entry), "not filed, and the licence was never revoked")
        let late = try scene(9_000...14_000, before: 4)
        decline(late, "LT150")
        cases[late.entry].outcome.revokedAt = timetable.morning(late.slot.day + 3, 10)
        note(.entry(late.entry), "the licence was revoked only on the day after")
        let withdrawn = try scene(9_000...14_000, before: 5)
        cases[withdrawn.entry].outcome.withdrawnAt = timetable.morning(withdrawn.slot.day + 3, 10)
        cases[withdrawn.entry].outcome.revokedAt = nil
        note(.entry(withdrawn.entry), "withdrawn, and the licence was never revoked")
        let unlicensed = try scene(9_000...14_000, before: 5)
        cases[unlicensed.entry].outcome.withdrawnAt = timetable.morning(unlicensed.slot.day + 3, 10)
        cases[unlicensed.entry].outcome.revokedAt = nil
        cases[unlicensed.entry].circumstances.licence = .none
        trap("nonfiling-licence-open", .entry(unlicensed.entry), "there is no licence to revoke")
    }

    private mutating func stageDowngrades() throws {
        for hasBlood in [true, false] {
            let scene = try scene(8_800...14_000, before: 4)
            cases[scene.entry].outcome = Outcome()
            settle(scene.entry, day: scene.slot.day + 1)
            if !hasBlood { cases[scene.entry].blood = nil }
            note(.entry(scene.entry), "80 and more, settled as drink-driving")
        }
        if timetable.days >= 11 {
            let scene = try scene(8_800...14_000, before: 9)
            leaveOpen(scene.entry)
            cases[scene.entry].isDrunk = false
            cases[scene.entry].blood = nil
            note(.entry(scene.entry), "80 and more, called drink-driving, and left so for a week")
        }
        for _ in 0..<2 {
            let scene = try scene(3_000...7_000, before: 4)
            cases[scene.entry].outcome.decisionHundredths = 1_700
            note(.entry(scene.entry), "the decision states less than 20")
        }
        let lawful = try scene(8_000...8_600, before: 5)
        lower(lawful, to: 7_450)
        trap("downgraded-to-admin", .test(lawful.test), "the blood is below 80")
        trap("bracket-crossing", .test(lawful.test), "the blood is below 80")
    }

    private mutating func stagePenalties() throws {
        for (isCommercial, days, isRevoked) in [(false, 0, true), (false, 10, false), (true, 10, true)] {
            let scene = try scene(3_000...7_000, before: 4)
            burden(scene.entry, isCommercial: isCommercial)
            cases[scene.entry].outcome.detentionDays = days > 0 ? days : nil
            cases[scene.entry].outcome.revokedAt = isRevoked ? cases[scene.entry].outcome.decidedAt : nil
            note(
                .entry(scene.entry),
                isCommercial ? "fifteen days are owed, ten were given" : "a repeat, treated as a first"
            )
        }
        let waived = try scene(3_000...7_000, before: 4)
        burden(waived.entry, isCommercial: false)
        sentence(waived.entry, days: 10)
        cases[waived.entry].outcome.isDetentionWaived = true
        trap("penalty-undercharged", .entry(waived.entry), "detention was decided and lawfully not executed")
        let criminal = try scene(9_000...14_000, before: 5)
        burden(criminal.entry, isCommercial: true)
        trap("penalty-undercharged", .entry(criminal.entry), "prosecuted: only the licence is owed")
    }

    private mutating func burden(_ entry: Int, isCommercial: Bool) {
        cases[entry].circumstances.isCommercial = isCommercial
        if !isCommercial { cases[entry].circumstances.priorPenalty = timetable.start - 900 }
    }
}
