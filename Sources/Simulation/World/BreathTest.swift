/// One breath test as it happened.
package struct BreathTest: Sendable {
    /// Place in `World.tests`.
    package let serial: Int
    /// Place in `Roster.testers`.
    package let tester: Int
    /// Seconds since 1970 UTC.
    package let at: Int64
    /// The tester's own count, set once all tests are known.
    package var number = 0
    /// Hundredths of mg/100 mL; nil for a refusal.
    package let hundredths: Int64?
    package var mode = Mode.active
    package var isValid = true
    package var isMotor = true
    package var name: String?
    package var id: String?
    package var plate: String?
    package var uploadedAt: Int64
    /// Until then the platform shows neither name nor identity number.
    package var completedAt: Int64?
    /// How the row is spoilt on its way out, if it is.
    package var damage: Damage?

    package enum Mode: Sendable { case active, passive, refused, selfCheck, calibration }

    /// A test of a driver by number: what the checks may speak of, before internal and calibration rows are taken out.
    package var isEvidential: Bool { mode == .active && isValid && hundredths != nil }
}
