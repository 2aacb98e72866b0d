// Foundation is asked for the rules of a zone once, when the configuration is read. Its table is then our own, because a
// file of a million rows must not ask a million times. FoundationEssentials alone knows no zone but GMT.
private import Foundation

/// When the offset of a zone changed, and to what, over the years that time formats accept.
struct OffsetTable: Equatable, Sendable {
    /// Seconds since 1970 from which the offset of the same index holds, ascending; the first holds since ever.
    private let starts: [Int64]
    private let offsets: [Int]

    /// Nil where no zone has this name.
    init?(zone name: String) {
        guard name.utf8.contains(UInt8(ascii: "/")), let zone = TimeZone(identifier: name) else { return nil }
        let end = Int64(Self.lastDay.number) * 86_400
        // The offsets at both ends of a day tell whether a change lies within: no zone has changed twice in one.
        let step: Int64 = 86_400
        var at = Int64(Self.firstDay.number) * 86_400
        var offset = Self.offset(of: zone, at: at)
        var starts = [at]
        var offsets = [offset]
        while at < end {
            let next = at + step
            let offsetThen = Self.offset(of: zone, at: next)
            if offsetThen != offset {
                starts.append(Self.change(of: zone, from: offset, after: at, until: next))
                offsets.append(offsetThen)
                offset = offsetThen
            }
            at = next
        }
        (self.starts, self.offsets) = (starts, offsets)
    }

    private static let firstDay = Day(year: 1900, month: 1, day: 1) ?? Day(number: 0)
    private static let lastDay = Day(year: 2201, month: 1, day: 1) ?? Day(number: 0)

    private static func offset(of zone: TimeZone, at seconds: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    /// The first second after `start` at which the offset is no longer `offset`, by halving.
    private static func change(of zone: TimeZone, from offset: Int, after start: Int64, until end: Int64) -> Int64 {
        var (before, after) = (start, end)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if Self.offset(of: zone, at: middle) == offset { before = middle } else { after = middle }
        }
        return after
    }

    func offset(at seconds: Int64) -> Int {
        offsets[index(at: seconds)]
    }

    /// The offset by which a local time, in seconds since 1970 as its clock shows it, becomes an instant: the greatest of
    /// those that fit, which gives the earliest instant. Nil where none fits, because the clock skipped that time.
    func offset(ofLocal local: Int64) -> Int? {
        // No offset is a day or more, so the instant lies within a day of the local time.
        for index in index(at: local - 86_400)...index(at: local + 86_400) {
            let instant = local - Int64(offsets[index])
            if self.index(at: instant) == index { return offsets[index] }
        }
        return nil
    }

    /// The last entry that began at or before `seconds`, else the first.
    private func index(at seconds: Int64) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if starts[middle] <= seconds { low = middle } else { high = middle }
        }
        return low
    }
}
