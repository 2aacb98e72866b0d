/// The days on which a rule is in force, and where it is written.
package struct Validity: Equatable, Sendable, Codable {
    /// First day in force.
    package let from: Day
    /// First day no longer in force, or nil while it is.
    package let until: Day?
    package let citation: String

    package init(from: Day, until: Day?, citation: String) {
        self.from = from
        self.until = until
        self.citation = citation
    }

    package func contains(_ day: Day) -> Bool {
        guard day >= from else { return false }
        guard let until else { return true }
        return day < until
    }
}
