package import Model

/// The exports of one invented prefecture (430800) over some days, with troubles planted in them and a key that names
/// each. The same seed gives the same bytes.
package struct Simulation: Sendable {
    package let seed: UInt64
    package let days: Int
    package let start: Day
    /// 1 is the prefecture's own volume: 0.3 million breath tests and 0.7 million violations a year.
    package let scale: Double

    /// Monday, 3 March 2025.
    package static let defaultStart = Day(number: 20_150)

    /// - Throws: `SimulationError.days` and `.scale` where there is no room for the troubles, or no sense.
    package init(seed: UInt64, days: Int, start: Day = defaultStart, scale: Double = 1) throws {
        guard (8...366).contains(days) else { throw SimulationError.days(days) }
        guard (0.001...4).contains(scale) else { throw SimulationError.scale(scale) }
        self.seed = seed
        self.days = days
        self.start = start
        self.scale = scale
    }

    /// What happens in the prefecture.
    ///
    /// - Throws: `SimulationError.full` where so few days leave no free slot.
    package func world() throws -> World {
        let timetable = Timetable(start: Int(start.number), days: days)
        var stage = Stage(seed: seed, timetable: timetable, scale: scale)
        return try stage.play(seed: seed)
    }
}
