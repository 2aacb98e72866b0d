/// When a time limit has passed.
package struct Deadline: Equatable, Sendable {
    package var at: Instant
    /// It reaches beyond the years of the work calendar: there every Monday to Friday is taken for a working day.
    package var isProvisional: Bool

    package init(at: Instant, isProvisional: Bool) {
        self.at = at
        self.isProvisional = isProvisional
    }
}
