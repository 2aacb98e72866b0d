package import Model
package import Postgres

/// What unreviewed deliveries brought, and which subjects that may change.
package enum TouchedQuery {
    /// An unreviewed delivery, and how many records and revisions of it wait to be reviewed.
    package struct Delivery: Equatable, Sendable {
        package var number: Int64
        package var kind: Kind
        package var added: Int64
    }

    package static func deliveries(region: Int32, _ session: borrowing Session) throws -> [Delivery] {
        try session.run(
            """
            SELECT t.delivery, t.kind, t.added FROM docket.touched t WHERE t.region = $1 ORDER BY t.delivery
            """,
            [.integer32(region)]
        ).map { row in
            Delivery(number: try row.integer(0), kind: try row.word(1), added: try row.integer(2))
        }
    }

    /// Forgets the deliveries once they are reviewed.
    package static func settle(_ deliveries: [Int64], region: Int32, _ session: borrowing Session) throws {
        try session.run(
            "DELETE FROM docket.touched WHERE region = $1 AND delivery = ANY ($2)",
            [.integer32(region), .integers(deliveries)]
        )
    }

    /// Where the tests of the deliveries stand on their devices, in every revision: an altered test may have left one
    /// stop for another.
    package static func places(
        ofTests deliveries: [Int64],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [TestQuery.DeviceWindow] {
        var windows: [TestQuery.DeviceWindow] = []
        try session.stream(
            """
            SELECT DISTINCT r.device, r.tested_at FROM docket.breath_test t
            JOIN docket.breath_test r ON r.region = t.region AND r.key = t.key
            WHERE t.region = $1 AND t.delivery = ANY ($2) ORDER BY 1, 2
            """,
            [.integer32(region), .integers(deliveries)]
        ) { row in
            let at = Instant(microseconds: try row.instant(1))
            windows.append(.init(device: try row.text(0), from: at, to: at))
        }
        return windows
    }

    /// The keys of the records of one kind that the deliveries added.
    package static func keys(
        of kind: Kind,
        in deliveries: [Int64],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        guard !deliveries.isEmpty else { return [] }
        return try session.run(
            "SELECT DISTINCT key FROM \(RecordTable(kind).name) WHERE region = $1 AND delivery = ANY ($2) ORDER BY key",
            [.integer32(region), .integers(deliveries)]
        ).map { row in try row.text(0) }
    }

    /// Stops near in time to recordings of the deliveries, in any revision.
    package static func stops(
        nearRecordings deliveries: [Int64],
        seconds: Int64,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        guard !deliveries.isEmpty else { return [] }
        return try session.run(
            """
            SELECT DISTINCT s.key FROM docket.recording t
            JOIN docket.recording r ON r.region = t.region AND r.key = t.key
            JOIN docket.stop s ON s.region = r.region
                AND s.duty_at BETWEEN r.started_at - $3 * interval '1 second'
                    AND greatest(r.started_at, coalesce(r.ended_at, r.started_at)) + $3 * interval '1 second'
                AND (r.officer = s.officer OR left(r.unit, \(Organisation.countyDigits)) = left(s.unit, \(Organisation.countyDigits)))
            WHERE t.region = $1 AND t.delivery = ANY ($2) ORDER BY 1
            """,
            [.integer32(region), .integers(deliveries), .integer(seconds)]
        ).map { row in try row.text(0) }
    }

    /// Stops on devices whose register entries the deliveries changed, in any revision.
    package static func stops(
        onRegistered kind: Kind,
        in deliveries: [Int64],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        guard !deliveries.isEmpty else { return [] }
        return try session.run(
            """
            SELECT DISTINCT t.stop FROM \(RecordTable(kind).name) d
            JOIN \(RecordTable(kind).name) r ON r.region = d.region AND r.key = d.key
            JOIN docket.stop_test t ON t.region = r.region AND t.device = r.device
            WHERE d.region = $1 AND d.delivery = ANY ($2) ORDER BY 1
            """,
            [.integer32(region), .integers(deliveries)]
        ).map { row in try row.text(0) }
    }

    /// Notices that deliveries of notices, robot violations or robots may say something new of.
    package static func notices(
        _ kind: Kind,
        in deliveries: [Int64],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        guard !deliveries.isEmpty else { return [] }
        let joins =
            switch kind {
            case .robotViolation: [notice(on: "n.violation_no = r.record_no")]
            case .robot:
                [
                    notice(on: "n.robot = r.robot"),
                    // A notice that names no robot is the robot's whose violation it names.
                    "JOIN docket.robot_violation v ON v.region = r.region AND v.robot = r.robot\n"
                        + notice(on: "n.robot IS NULL AND n.violation_no = v.record_no"),
                ]
            default: [notice(on: "n.key = r.key")]
            }
        // Of the few robots all are looked at: what an older export said of one may have lengthened an earlier revision.
        let touched = kind == .robot ? "$2::bigint[] IS NOT NULL" : "d.delivery = ANY ($2)"
        let branches = joins.map { join in
            """
            SELECT n.key FROM \(RecordTable(kind).name) d
            JOIN \(RecordTable(kind).name) r ON r.region = d.region AND r.key = d.key
            \(join)
            WHERE d.region = $1 AND \(touched)
            """
        }
        return try session.run(
            branches.joined(separator: "\nUNION\n") + "\nORDER BY 1",
            [.integer32(region), .integers(deliveries)]
        ).map { row in try row.text(0) }
    }

    private static func notice(on condition: String) -> String {
        "JOIN docket.notice n ON n.region = r.region AND n.latest AND \(condition)"
    }
}
