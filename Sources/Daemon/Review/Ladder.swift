import Checks
import Model
import Postgres
import Settings

/// The steps by which a trouble grows, by the law in force when it began.
struct Ladder {
    let first: Rung
    let later: [Rung]
    /// One of the clocks was not in force then.
    let isClockUnknown: Bool

    /// - Throws: `DatabaseError` of kind `unexpectedResult` where the row names a band or clock the check does not have.
    init(_ check: CheckDefinition, _ row: CheckRow, _ law: Law) throws {
        let day = ChinaTime.day(of: row.since)
        let clocks: [(code: String?, band: CheckBand)] =
            check.rises.isEmpty
            ? [(check.clock, try Self.band(row.band, of: check))]
            : try check.rises[(row.clock.map { try Self.place(of: $0, in: check) } ?? 0)...]
                .map { ($0.clock, try Self.band($0.band, of: check)) }
        let rungs = clocks.map { code, band in Rung(clock: code.flatMap { law.clock($0, on: day) }, band: band) }
        first = rungs[0]
        later = Array(rungs.dropFirst())
        isClockUnknown = zip(clocks, rungs).contains { $0.0.code != nil && $0.1.clock == nil }
    }

    /// How a row is judged by them.
    func rule(_ calendar: WorkCalendar, claimsAbsence: Bool) -> FindingRule {
        FindingRule(
            first: first,
            later: later,
            isClockUnknown: isClockUnknown,
            calendar: calendar,
            claimsAbsence: claimsAbsence
        )
    }

    private static func band(_ name: String?, of check: CheckDefinition) throws -> CheckBand {
        if let band = name.map({ check.band($0) }) ?? (check.bands.count == 1 ? check.bands.first : nil) { return band }
        let known = check.bands.map(\.name).joined(separator: ", ")
        throw DatabaseError(
            kind: .unexpectedResult,
            message: "band 列应为其中之一 / the column band must be one of \(known): \(name ?? "NULL")"
        )
    }

    private static func place(of clock: String, in check: CheckDefinition) throws -> Int {
        if let place = check.rises.firstIndex(where: { $0.clock == clock }) { return place }
        let known = check.rises.map(\.clock).joined(separator: ", ")
        throw DatabaseError(
            kind: .unexpectedResult,
            message: "clock 列应为其中之一 / the column clock must be one of \(known): \(clock)"
        )
    }
}
