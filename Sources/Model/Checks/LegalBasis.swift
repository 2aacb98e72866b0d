/// A provision a check rests on, with the days on which it was in force.
package struct LegalBasis: Equatable, Sendable {
    package let text: String
    /// First day in force.
    package let from: Day
    /// First day no longer in force, or nil while it is.
    package let until: Day?

    package init(text: String, from: Day, until: Day?) {
        self.text = text
        self.from = from
        self.until = until
    }

    /// Whether it was in force on a day.
    package func isInForce(on day: Day) -> Bool { day >= from && until.map { day < $0 } ?? true }
}
