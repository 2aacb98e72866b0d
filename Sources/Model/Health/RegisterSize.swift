/// How many rows an export of a register had, as far as they became records or may.
package struct RegisterSize: Equatable, Sendable {
    /// When it was exported.
    package var at: Instant
    package var rows: Int64
    /// Whether so few of its rows are rejected that it could prove what it lacks.
    package var isSound: Bool

    package init(at: Instant, rows: Int64, isSound: Bool = true) {
        self.at = at
        self.rows = rows
        self.isSound = isSound
    }
}
