package import Model
package import Postgres

/// Reads the small registers that say which rows of a breath tester are not driver tests.
package enum RegisterQuery {
    /// The spans of internal tests as the register says them now, signed or not.
    ///
    /// - Throws: `DatabaseError`.
    package static func internalSpans(region: Int32, _ session: borrowing Session) throws -> [InternalSpan] {
        try session.run(
            """
            SELECT device, started_at, ended_at, coalesce(signed, false) FROM docket.internal_test
            WHERE region = $1 AND latest ORDER BY device, started_at, key
            """,
            [.integer32(region)]
        ).map { row in
            InternalSpan(
                device: try row.text(0),
                from: Instant(microseconds: try row.instant(1)),
                to: Instant(microseconds: try row.instant(2)),
                isSigned: try row.flag(3)
            )
        }
    }

    /// The days on which each device was verified, by any revision of the register: a later verification does not
    /// undo an earlier one.
    package static func verificationDays(region: Int32, _ session: borrowing Session) throws -> [String: Set<Day>] {
        let days = try session.run(
            """
            SELECT DISTINCT device, verified_on FROM docket.breath_tester
            WHERE region = $1 AND verified_on IS NOT NULL ORDER BY device, verified_on
            """,
            [.integer32(region)]
        ).map { row in (try row.text(0), Day(number: try row.day(1))) }
        return Dictionary(grouping: days, by: \.0).mapValues { Set($0.map(\.1)) }
    }
}
