/// One row of a case register, with everything it will ever say; exports show what is known by then.
package struct CaseEntry: Sendable {
    package var number: String
    package let register: Register
    /// What it began as.
    package var category: Category
    /// Twelve-digit code of the unit that filed it.
    package let unit: String
    package let officer: String
    /// Place in `World.tests` of the test it was filed about; nil where nobody blew.
    package let about: Int?
    /// Seconds since 1970 UTC, as all times here.
    package let occurredAt: Int64
    package var enteredAt: Int64
    package var acceptedAt: Int64?
    package var measureAt: Int64?
    package var outcome = Outcome()
    package var circumstances = Circumstances()
    package var blood: Blood?
    package var isDrunk: Bool
    /// Place in `World.tests` of the record the case cites.
    package var cited: Int?
    package var hundredths: Int64?
    package var isMotor = true
    package var name: String?
    package var id: String?
    package var plate: String?
    package var seizedAt: Int64?
    package var returnedAt: Int64?
    /// Why nobody blew.
    package var noBreathReason: String?
    /// From then on it is marked void.
    package var voidAt: Int64?
    /// The exports between these times, both excluded, lack it.
    package var absence: (after: Int64, before: Int64)?
    package var joinedTo: (number: String, at: Int64)?
    package var renumberedFrom: String?

    /// The two registers of the prefecture: one for the counties, one for the brigades directly under it.
    package enum Register: Sendable, CaseIterable { case county, direct }

    /// 强制措施, 受案, 行政案件, 刑事案件.
    package enum Category: Sendable { case measure, acceptance, administrative, criminal }

    /// Whether an export of this time shows it.
    package func isShown(at time: Int64) -> Bool {
        guard enteredAt <= time else { return false }
        return absence.map { time <= $0.after || $0.before <= time } ?? true
    }

    /// What it is by this time.
    package func category(at time: Int64) -> Category {
        if let filed = outcome.filedAt, filed <= time { return .criminal }
        if let decided = outcome.decidedAt, decided <= time { return .administrative }
        return category
    }

    /// Whether it names drunk driving by this time: an administrative decision settles for drink-driving.
    package func isDrunk(at time: Int64) -> Bool {
        guard let decided = outcome.decidedAt, decided <= time else { return isDrunk }
        return isDrunk && outcome.isDecidedDrunk
    }
}
