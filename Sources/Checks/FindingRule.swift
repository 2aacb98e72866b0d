package import Model

/// Turns what a check's SQL says into a finding, by the clocks, the completeness of the feeds, and the time.
package struct FindingRule: Equatable, Sendable {
    /// When the trouble stands.
    package var first: Rung
    /// As what, and from when on, it is graver, in this order.
    package var later: [Rung]
    /// The check goes by a clock that was not in force when the trouble began: then nothing is guessed.
    package var isClockUnknown: Bool
    package var calendar: WorkCalendar
    /// Whether the check claims that something is absent.
    package var claimsAbsence: Bool

    package init(
        first: Rung,
        later: [Rung] = [],
        isClockUnknown: Bool = false,
        calendar: WorkCalendar,
        claimsAbsence: Bool
    ) {
        self.first = first
        self.later = later
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
        let due = deadline(of: first, row)
        let judged = row.isAnswered ? row.answeredAt ?? row.since : now
        let reached = later.last { judged >= deadline(of: $0, row).at } ?? first
        var evaluation = FindingEvaluation(
            state: .holds,
            band: reached.band,
            due: due.at,
            isProvisional: due.isProvisional,
            warnAt: first.clock?.warning(from: row.since, calendar: calendar)?.adding(seconds: row.pause),
            awaits: [],
            wasLate: false
        )
        if row.isAnswered {
            guard !isClockUnknown else {
                // Of no clock nothing is late.
                evaluation.isProvisional = true
                return evaluation
            }
            evaluation.wasLate = row.answeredAt.map { $0 > due.at && !due.isProvisional } ?? false
            return evaluation
        }
        evaluation.state = .undetermined
        if isClockUnknown {
            evaluation.awaits = [.law]
        } else if now < due.at {
            evaluation.state = .notDue
        } else if due.isProvisional {
            evaluation.awaits = [.calendar]
        } else {
            evaluation.awaits = awaits(row, due: due.at, completeness, excuses)
            evaluation.state = evaluation.awaits.isEmpty ? .violated : .undetermined
        }
        return evaluation
    }

    private func deadline(of rung: Rung, _ row: CheckRow) -> Deadline {
        rung.deadline(from: row.since, pause: row.pause, calendar: calendar)
    }

    private func awaits(
        _ row: CheckRow,
        due: Instant,
        _ completeness: Completeness,
        _ excuses: Completeness
    ) -> [Await] {
        let isAtOnce = due <= row.since
        let awaits = claimsAbsence && (row.waits || !isAtOnce) ? completeness.lacking(at: due) : []
        return awaits + excuses.late(at: row.since).filter { !awaits.contains($0) }
    }
}
