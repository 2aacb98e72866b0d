/// How many rows an export of a register had.
package struct RegisterSize: Equatable, Sendable {
    /// When it was exported.
    package var at: Instant
    package var rows: Int64

    package init(at: Instant, rows: Int64) {
        self.at = at
        self.rows = rows
    }
}
