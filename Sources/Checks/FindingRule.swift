package import Model

/// Turns what a check's SQL says into a finding, by the clock, the completeness of the feeds, and the time.
package struct FindingRule: Equatable, Sendable {
    /// Nil where the trouble stands at once, or where `isClockUnknown`.
    package var clock: Clock?
    /// The check goes by a clock that was not in force when the trouble began: then nothing is guessed.
    package var isClockUnknown: Bool
    package var calendar: WorkCalendar
    /// Whether the check claims that something is absent.
    package var claimsAbsence: Bool

    package init(clock: Clock?, isClockUnknown: Bool = false, calendar: WorkCalendar, claimsAbsence: Bool) {
        self.clock = clock
        self.isClockUnknown = isClockUnknown
        self.calendar = calendar
        self.claimsAbsence = claimsAbsence
    }

    /// What the row amounts to at `now`.
    ///
    /// An answer holds whatever the feeds lack. A claim of absence waits until they are complete up to the deadline;
    /// where the deadline is the start itself, the trouble is something present, and only rows that say so wait. Any
    /// trouble waits for the registers that might excuse it, up to its start.
    package func evaluate(
        _ row: CheckRow,
        completeness: Completeness,
        excuses: Completeness = .none,
        now: Instant
    ) -> FindingEvaluation {
        let due = clock.map { $0.due(from: row.since, calendar: calendar) } ?? row.since
        var evaluation = FindingEvaluation(
            state: .holds,
            due: due,
            warnAt: clock?.warning(from: row.since, calendar: calendar),
            awaits: [],
            wasLate: false
        )
        if row.isAnswered {
            if let due, let answeredAt = row.answeredAt { evaluation.wasLate = answeredAt > due }
            return evaluation
        }
        guard !isClockUnknown else {
            evaluation.state = .undetermined
            evaluation.awaits = [.law]
            return evaluation
        }
        guard let due else {
            evaluation.state = .undetermined
            evaluation.awaits = [.calendar]
            return evaluation
        }
        guard now >= due else {
            evaluation.state = .notDue
            return evaluation
        }
        let isAtOnce = due <= row.since
        evaluation.awaits = claimsAbsence && (row.waits || !isAtOnce) ? completeness.lacking(at: due) : []
        evaluation.awaits += excuses.late(at: row.since).filter { !evaluation.awaits.contains($0) }
        evaluation.state = evaluation.awaits.isEmpty ? .violated : .undetermined
        return evaluation
    }
}
