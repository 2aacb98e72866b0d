import Postgres

/// Gapless numbers within a region, taken in the transaction that uses them.
enum Counter {
    static func next(_ name: String, region: Int32, _ session: borrowing Session) throws -> Int64 {
        try session.run(
            """
            INSERT INTO docket.counter AS c (region, name, value) VALUES ($1, $2, 1)
            ON CONFLICT (region, name) DO UPDATE SET value = c.value + 1
            RETURNING value
            """,
            [.integer32(region), .text(name)]
        ).single { row in try row.integer(0) }
    }
}
