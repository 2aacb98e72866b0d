package import Model
package import Postgres

/// The record of who saw personal data in clear. Rows are only ever added.
package enum Disclosure {
    /// Notes that somebody is about to see something; to be committed before it is shown.
    ///
    /// - Returns: the number of the note.
    /// - Throws: `DatabaseError`.
    package static func note(
        _ what: String,
        to who: String,
        because reason: String,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws -> Int64 {
        let number = try Counter.next("disclosure", region: region, session)
        try session.run(
            "INSERT INTO docket.disclosure (region, number, at, who, what, reason) VALUES ($1, $2, $3, $4, $5, $6)",
            [
                .integer32(region), .integer(number), .instant(now.microseconds), .text(who), .text(what),
                .text(reason),
            ]
        )
        return number
    }
}
