/// One breath test as it happened.
package struct BreathTest: Sendable {
    /// Place in `World.tests`.
    package let serial: Int
    /// Place in `Roster.testers`.
    package let tester: Int
    /// Whose number the tester noted.
    package var officer: String
    /// Seconds since 1970 UTC.
    package let at: Int64
    /// The tester's own count, set once all tests are known.
    package var number = 0
    /// Hundredths of mg/100 mL; nil for a refusal.
    package let hundredths: Int64?
    package var mode = Mode.active
    package var isValid = true
    package var isMotor = true
    /// Typed in by hand, and not sent by the device.
    package var entry = Entry.device
    /// Whether the driver signed, where the row says so.
    package var isSigned: Bool?
    package var place: Position
    package var name: String?
    package var id: String?
    package var plate: String?
    package var uploadedAt: Int64
    /// Until then the platform shows neither name nor identity number.
    package var completedAt: Int64?
    /// What a later export says of it instead.
    package var alteration: Alteration?
    /// It never left the device.
    package var isLost = false
    /// How the row is spoilt on its way out, if it is.
    package var damage: Damage?

    package enum Mode: Sendable { case active, passive, refused, selfCheck, calibration }

    /// How a row came to the platform: sent by the device, sent by it later from its memory, or typed in.
    package enum Entry: Sendable { case device, resumed, typed }

    /// What is shown from a time on in place of what was shown before.
    package struct Alteration: Sendable {
        package let from: Int64
        package var hundredths: Int64?
        package var at: Int64?
        package var plate: String?
    }

    /// A test of a driver by number: what the checks may speak of, before internal and calibration rows are taken out.
    package var isEvidential: Bool { mode == .active && isValid && hundredths != nil }

    /// Whether nobody and nothing is named.
    package var isAnonymous: Bool { name == nil && id == nil && plate == nil }
}
