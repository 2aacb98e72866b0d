package import Postgres

/// Keeps the stretches of record numbers of each device of which none is missing.
package enum NumberRunStore {
    /// Numbers that follow one another without a gap.
    package struct Run: Equatable, Sendable {
        package var from: Int64
        package var to: Int64
        /// Keys of the records with the first and the last number.
        package var fromKey: String
        package var toKey: String

        package init(from: Int64, to: Int64, fromKey: String, toKey: String) {
            self.from = from
            self.to = to
            self.fromKey = fromKey
            self.toKey = toKey
        }
    }

    /// A row that was rejected but bears a device and a number shows that the number was used (ruling 17).
    private static let numbered = #"^.+\|[0-9]{1,18}$"#
    private static let rejected = #"""
        substring(j.key from '^(.+)\|[0-9]{1,18}$'), substring(j.key from '\|([0-9]{1,18})$')::bigint, j.key
        """#

    /// The numbers deliveries brought, by device, each with the key of its record.
    ///
    /// - Throws: `DatabaseError`.
    package static func numbers(
        in deliveries: [Int64],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String: [(number: Int64, key: String)]] {
        guard !deliveries.isEmpty else { return [:] }
        return try numbers(
            // In no order.
            """
            SELECT r.device, r.record_no, r.key FROM docket.breath_test r
            WHERE r.region = $1 AND r.delivery = ANY ($2) AND r.record_no IS NOT NULL
            UNION ALL
            SELECT \(rejected) FROM docket.rejection j
            WHERE j.region = $1 AND j.delivery = ANY ($2) AND j.key ~ '\(numbered)'
            """,
            [.integer32(region), .integers(deliveries)],
            session
        )
    }

    /// Every number there is, by device.
    ///
    /// - Throws: `DatabaseError`.
    package static func allNumbers(region: Int32, _ session: borrowing Session) throws
        -> [String: [(number: Int64, key: String)]]
    {
        try numbers(
            // In no order.
            """
            SELECT r.device, r.record_no, r.key FROM docket.breath_test r
            WHERE r.region = $1 AND r.record_no IS NOT NULL
            UNION ALL
            SELECT \(rejected) FROM docket.rejection j
            JOIN docket.delivery d ON d.region = j.region AND d.number = j.delivery AND d.kind = 'breath_test'
            WHERE j.region = $1 AND j.key ~ '\(numbered)'
            """,
            [.integer32(region)],
            session
        )
    }

    private static func numbers(_ sql: String, _ parameters: [Parameter], _ session: borrowing Session) throws
        -> [String: [(number: Int64, key: String)]]
    {
        var found: [String: [(number: Int64, key: String)]] = [:]
        try session.stream(sql, parameters) { row in
            found[try row.text(0), default: []].append((try row.integer(1), try row.text(2)))
        }
        return found
    }

    /// The runs of devices, by device, in the order of their numbers.
    ///
    /// - Throws: `DatabaseError`.
    package static func runs(of devices: [String], region: Int32, _ session: borrowing Session) throws
        -> [String: [Run]]
    {
        guard !devices.isEmpty else { return [:] }
        var found: [String: [Run]] = [:]
        try session.stream(
            """
            SELECT device, from_no, to_no, from_key, to_key FROM docket.number_run
            WHERE region = $1 AND device = ANY ($2) ORDER BY device, from_no
            """,
            [.integer32(region), .texts(devices)]
        ) { row in
            found[try row.text(0), default: []].append(
                Run(
                    from: try row.integer(1),
                    to: try row.integer(2),
                    fromKey: try row.text(3),
                    toKey: try row.text(4)
                )
            )
        }
        return found
    }

    /// Puts the runs of devices in place of those there were.
    ///
    /// - Throws: `DatabaseError`.
    package static func replace(
        _ runs: [String: [Run]],
        region: Int32,
        _ session: borrowing Session
    ) throws {
        guard !runs.isEmpty else { return }
        try session.run(
            "DELETE FROM docket.number_run WHERE region = $1 AND device = ANY ($2)",
            [.integer32(region), .texts(runs.keys.sorted())]
        )
        let rows = runs.sorted { $0.key < $1.key }.flatMap { device, runs in runs.map { (device, $0) } }
        try session.run(
            """
            INSERT INTO docket.number_run (region, device, from_no, to_no, from_key, to_key)
            SELECT $1, n.* FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) n
            """,
            [
                .integer32(region), .texts(rows.map(\.0)), .integers(rows.map(\.1.from)), .integers(rows.map(\.1.to)),
                .texts(rows.map(\.1.fromKey)), .texts(rows.map(\.1.toKey)),
            ]
        )
    }

    /// Forgets every run of a region.
    ///
    /// - Throws: `DatabaseError`.
    package static func clear(region: Int32, _ session: borrowing Session) throws {
        try session.run("DELETE FROM docket.number_run WHERE region = $1", [.integer32(region)])
    }
}
