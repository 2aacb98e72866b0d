import Model
package import Postgres

/// How every subject of every check stands.
package enum StandingQuery {
    /// Open alerts as `violated`, and findings that are not decided yet.
    package static func all(region: Int32, _ session: borrowing Session) throws
        -> [(check: String, subject: String, state: String)]
    {
        try session.run(
            """
            SELECT a.check_id, a.subject, 'violated' FROM docket.alert a WHERE a.region = $1 AND a.open
            UNION ALL
            SELECT f.check_id, f.subject, f.state FROM docket.finding f
            WHERE f.region = $1 AND f.state IN ('undetermined', 'not_due')
            ORDER BY 1, 2, 3
            """,
            [.integer32(region)]
        ).map { row in (try row.text(0), try row.text(1), try row.text(2)) }
    }
}
