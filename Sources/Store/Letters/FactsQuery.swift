package import Model
package import Postgres

/// The facts of a subject that a letter may tell. Personal data comes masked, as it is stored.
package enum FactsQuery {
    /// What a letter tells of a stop: of its duty test, in the version that makes the duty.
    package struct Stop: Equatable, Sendable {
        package var key: String
        package var device: String
        package var recordNo: Int64?
        package var testedAt: Instant
        package var alcohol: Alcohol?
        package var officer: String
        package var person: String?
        package var personID: String?
        package var plate: String?
        package var tests: Int64
    }

    /// What a letter tells of a notice and the violation it speaks of.
    package struct Notice: Equatable, Sendable {
        package var key: String
        package var robot: String?
        package var violation: String?
        package var sentAt: Instant
        package var phone: String?
        package var reviewedAt: Instant?
        package var score: Int64?
        package var margin: Int64?
        package var robotStatus: String?
    }

    /// The facts of these stops, by key.
    ///
    /// - Throws: `DatabaseError`.
    package static func stops(_ keys: [String], region: Int32, _ session: borrowing Session) throws -> [String: Stop] {
        let stops = try session.run(
            """
            SELECT s.key, t.device, t.record_no, t.tested_at, s.alcohol, s.officer, t.person_name_masked,
                t.person_id_masked, t.plate_masked,
                (SELECT count(*) FROM docket.stop_test m WHERE m.region = s.region AND m.stop = s.key)
            FROM unnest($2::text[]) w (key)
            JOIN docket.stop s ON s.region = $1 AND s.key = w.key
            JOIN LATERAL (
                -- The revision with the value that makes the duty: a later one may name another person.
                SELECT r.* FROM docket.breath_test r WHERE r.region = s.region AND r.key = s.duty_test
                ORDER BY greatest(r.alcohol, r.alcohol_second) IS NOT DISTINCT FROM s.alcohol DESC, r.latest DESC,
                    r.revision DESC
                LIMIT 1) t ON true
            ORDER BY s.key
            """,
            [.integer32(region), .texts(keys)]
        ).map { row in
            Stop(
                key: try row.text(0),
                device: try row.text(1),
                recordNo: try row.optionalInteger(2),
                testedAt: Instant(microseconds: try row.instant(3)),
                alcohol: try row.optionalInteger(4).map { Alcohol(hundredths: $0) },
                officer: try row.text(5),
                person: try row.optionalText(6),
                personID: try row.optionalText(7),
                plate: try row.optionalText(8),
                tests: try row.integer(9)
            )
        }
        return Dictionary(stops.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The facts of these notices, by key.
    ///
    /// - Throws: `DatabaseError`.
    package static func notices(_ keys: [String], region: Int32, _ session: borrowing Session) throws -> [String:
        Notice]
    {
        let notices = try session.run(
            """
            SELECT DISTINCT ON (n.key) n.key, n.robot, n.violation_no, n.sent_at, n.phone_masked, v.reviewed_at, v.score,
                v.margin, r.status
            FROM unnest($2::text[]) w (key)
            JOIN docket.notice n ON n.region = $1 AND n.key = w.key AND n.latest
            LEFT JOIN docket.robot_violation v ON v.region = n.region AND v.record_no = n.violation_no AND v.latest
                AND (n.robot IS NULL OR v.robot = n.robot)
            LEFT JOIN docket.robot r ON r.region = n.region AND r.key = coalesce(n.robot, v.robot) AND r.latest
            ORDER BY n.key, v.key
            """,
            [.integer32(region), .texts(keys)]
        ).map { row in
            Notice(
                key: try row.text(0),
                robot: try row.optionalText(1),
                violation: try row.optionalText(2),
                sentAt: Instant(microseconds: try row.instant(3)),
                phone: try row.optionalText(4),
                reviewedAt: try row.optionalInstant(5).map { Instant(microseconds: $0) },
                score: try row.optionalInteger(6),
                margin: try row.optionalInteger(7),
                robotStatus: try row.optionalText(8)
            )
        }
        return Dictionary(notices.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
