package import Model
package import Postgres

/// Remembers the last review of a region and the rules it went by.
package enum ReviewStore {
    /// The fingerprint of the rules of the last review, or nil before the first.
    package static func fingerprint(region: Int32, _ session: borrowing Session) throws -> String? {
        try session.run("SELECT fingerprint FROM docket.review WHERE region = $1", [.integer32(region)])
            .first { row in try row.text(0) }
    }

    /// When the region was last reviewed, or nil before the first time.
    package static func last(region: Int32, _ session: borrowing Session) throws -> Instant? {
        try session.run("SELECT reviewed_at FROM docket.review WHERE region = $1", [.integer32(region)])
            .first { row in Instant(microseconds: try row.instant(0)) }
    }

    /// Writes down that the region was reviewed, and by which rules.
    ///
    /// - Throws: `DatabaseError`.
    package static func record(
        _ fingerprint: String,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            INSERT INTO docket.review (region, fingerprint, reviewed_at) VALUES ($1, $2, $3)
            ON CONFLICT (region) DO UPDATE SET fingerprint = excluded.fingerprint, reviewed_at = excluded.reviewed_at
            """,
            [.integer32(region), .text(fingerprint), .instant(now.microseconds)]
        )
    }

    /// Takes the review of a region for this transaction, so that two daemons never review it at once.
    ///
    /// - Returns: false if another holds it.
    package static func claim(region: Int32, _ session: borrowing Session) throws -> Bool {
        try session.run("SELECT pg_try_advisory_xact_lock(7251841, $1)", [.integer32(region)])
            .single { row in try row.flag(0) }
    }

    /// Takes the review of a region for this transaction, once whoever holds it is done.
    package static func await(region: Int32, _ session: borrowing Session) throws {
        try session.run("SELECT pg_advisory_xact_lock(7251841, $1)", [.integer32(region)])
    }

    /// The notices there are.
    package static func notices(region: Int32, _ session: borrowing Session) throws -> [String] {
        try session.run(
            "SELECT key FROM docket.notice WHERE region = $1 AND latest ORDER BY key",
            [.integer32(region)]
        ).map { row in try row.text(0) }
    }
}
