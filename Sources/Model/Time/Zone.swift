/// The clock a source keeps: how its local times become instants.
package struct Zone: Equatable, Sendable {
    /// As it was asked for.
    package let name: String
    private let offsets: Offsets

    private enum Offsets: Equatable {
        case fixed(Int)
        case table(OffsetTable)
    }

    /// `Asia/Shanghai`, UTC+8 as `ChinaTime` explains.
    package static let china = Zone(name: "Asia/Shanghai", offset: ChinaTime.offset)
    package static let utc = Zone(name: "UTC", offset: 0)

    private init(name: String, offset: Int) {
        self.name = name
        offsets = .fixed(offset)
    }

    /// A zone by name: `UTC`, an offset such as `+08:00` or `-0600`, or a name of the IANA database.
    package init(_ name: String) throws(ZoneError) {
        self.name = name
        switch name {
        case "Asia/Shanghai", "PRC", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin":
            offsets = .fixed(ChinaTime.offset)
        case "UTC", "GMT", "Etc/UTC", "Etc/GMT":
            offsets = .fixed(0)
        default:
            if let offset = Self.offset(named: name) {
                offsets = .fixed(offset)
            } else if let table = OffsetTable(zone: name) {
                offsets = .table(table)
            } else {
                throw ZoneError(name: name)
            }
        }
    }

    /// The instant at which the clocks of the zone show a time of day, in seconds since midnight.
    ///
    /// A time that occurs twice, when clocks are set back, is the first of the two. One that does not occur, when they are
    /// set forward, is nil.
    package func instant(_ day: Day, secondOfDay: Int, microsecond: Int = 0) -> Instant? {
        guard (0..<86_400).contains(secondOfDay) else { return nil }
        switch offsets {
        case .fixed(let offset):
            return Instant(day: day, secondOfDay: secondOfDay, microsecond: microsecond, offset: offset)
        case .table(let table):
            let local = Int64(day.number) * 86_400 + Int64(secondOfDay)
            guard let offset = table.offset(ofLocal: local) else { return nil }
            return Instant(day: day, secondOfDay: secondOfDay, microsecond: microsecond, offset: offset)
        }
    }

    /// Seconds east of UTC at an instant.
    package func offset(at instant: Instant) -> Int {
        switch offsets {
        case .fixed(let offset): offset
        case .table(let table): table.offset(at: instant.seconds(since: Instant(microseconds: 0)))
        }
    }

    private static func offset(named name: String) -> Int? {
        let text = name.utf8.span
        var index = 0
        guard let sign = name.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        guard let offset = Instant.offset(in: text, at: &index, until: text.count) else { return nil }
        return index == text.count ? offset : nil
    }
}
