/// The civil time of the People's Republic: UTC+8 everywhere and, since 1992, all year round.
///
/// The summer times of 1986 to 1991 are left out on purpose: no record Docket reads is that old.
package enum ChinaTime {
    /// Seconds east of UTC.
    package static let offset = 28_800

    /// The day an instant falls on.
    package static func day(of instant: Instant) -> Day {
        instant.local(offset: offset).day
    }

    /// Whole seconds since midnight, 0 to 86399.
    package static func secondOfDay(_ instant: Instant) -> Int {
        Int(instant.local(offset: offset).microseconds / 1_000_000)
    }

    /// 00:00 of a day, which is 24:00 of the day before.
    package static func startOfDay(_ day: Day) -> Instant {
        Instant(day: day, secondOfDay: 0, offset: offset)
    }

    /// Nil where the time of day does not exist.
    package static func instant(_ day: Day, hour: Int, minute: Int = 0, second: Int = 0) -> Instant? {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        return Instant(day: day, secondOfDay: hour * 3600 + minute * 60 + second, offset: offset)
    }
}
