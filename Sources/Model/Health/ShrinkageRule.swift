/// When an export of a register has so few rows that it is no proof of what it lacks.
///
/// A register that was cut off on its way, filtered by mistake, or taken from an empty table decodes like any other: only
/// its size gives it away.
package struct ShrinkageRule: Equatable, Sendable, Codable {
    /// Fewer rows by more than so many percent than the export before are in doubt; nil where that is not judged.
    package var mostPercent: Int64?
    /// Whether an export without any row may be believed.
    package var mayBeEmpty: Bool
    /// From each of these days on the register is smaller, as a person says: exports of that day are not held against
    /// others, and exports since not against those before it.
    package var acceptedDays: [Day]

    /// So many rows may go whatever share they are: of eight robots two are soon retired.
    package static let fewRows: Int64 = 5

    package init(mostPercent: Int64?, mayBeEmpty: Bool, acceptedDays: [Day] = []) {
        self.mostPercent = mostPercent
        self.mayBeEmpty = mayBeEmpty
        self.acceptedDays = acceptedDays
    }

    /// Judges exports one after another: each against the last one before it that counts.
    ///
    /// - Parameters:
    ///   - sizes: of exports in the order of their times.
    ///   - base: the last export before them that counts; nil where there is none.
    /// - Returns: for each, whether it counts as proof of what it lacks.
    package func judge(_ sizes: [RegisterSize], after base: RegisterSize?) -> [Bool] {
        var base = base
        return sizes.map { size in
            let counts = size.isSound && isCredible(size, after: base)
            if counts { base = size }
            return counts
        }
    }

    /// Whether an export is not suspiciously small.
    private func isCredible(_ size: RegisterSize, after base: RegisterSize?) -> Bool {
        guard size.rows > 0 || mayBeEmpty else { return false }
        guard let mostPercent, let base, !isAccepted(since: base.at, by: size.at) else { return true }
        return Int128(base.rows) - Int128(size.rows) <= Self.fewRows
            || Int128(size.rows) * 100 >= Int128(base.rows) * Int128(100 - mostPercent)
    }

    private func isAccepted(since earlier: Instant, by later: Instant) -> Bool {
        let (base, export) = (ChinaTime.day(of: earlier).number, ChinaTime.day(of: later).number)
        return acceptedDays.contains { $0.number == export || (base < $0.number && $0.number < export) }
    }
}
