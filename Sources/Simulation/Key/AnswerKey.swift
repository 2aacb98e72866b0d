package import Model

/// What a review of the simulated exports must find, and what it must leave alone.
package struct AnswerKey: Codable, Equatable, Sendable {
    package var seed: UInt64
    package var days: Int
    /// `yyyy-MM-dd`
    package var start: String
    /// The time the key holds for, with its offset, such as `2025-03-17T09:00:00+08:00`.
    package var asOf: String
    /// Ordered by check and subject.
    package var planted: [Planted]
    package var traps: [Trap]

    /// One trouble put into the world on purpose.
    package struct Planted: Codable, Equatable, Sendable {
        package var check: String
        /// Natural key of the stop's first test, the number of a case or message, and so on: what the check speaks of.
        package var subject: String
        package var state: PlantedState
        package var severity: Severity
        package var why: String
    }

    /// Something that looks like a trouble and must raise no alert.
    package struct Trap: Codable, Equatable, Sendable {
        package var check: String
        package var subject: String
        package var why: String
    }
}
