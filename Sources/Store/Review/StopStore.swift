package import Model
package import Postgres

/// Keeps stops, their tests and their links.
package enum StopStore {
    /// The tests of the stops, by test key.
    package static func tests(of stops: [String], region: Int32, _ session: borrowing Session) throws -> [String] {
        guard !stops.isEmpty else { return [] }
        return try session.run(
            "SELECT test FROM docket.stop_test WHERE region = $1 AND stop = ANY ($2) ORDER BY test",
            [.integer32(region), .texts(stops)]
        ).map { row in try row.text(0) }
    }

    /// The stops that hold any of the tests.
    package static func stops(holding tests: [String], region: Int32, _ session: borrowing Session) throws -> [String] {
        guard !tests.isEmpty else { return [] }
        return try session.run(
            "SELECT DISTINCT stop FROM docket.stop_test WHERE region = $1 AND test = ANY ($2) ORDER BY stop",
            [.integer32(region), .texts(tests)]
        ).map { row in try row.text(0) }
    }

    /// The tests of each stop as far as they matter to cases: who, when, where, not how much.
    package static func members(of stops: [String], region: Int32, _ session: borrowing Session) throws
        -> [[StopTest]]
    {
        guard !stops.isEmpty else { return [] }
        var members: [[StopTest]] = []
        var current: String?
        try session.stream(
            """
            SELECT m.stop, m.test, m.device, m.record_no, m.tested_at, m.unit, m.person_token, m.plate_token, m.name_token,
                m.person_doubtful
            FROM unnest($2::text[]) w (stop)
            JOIN docket.stop_test m ON m.region = $1 AND m.stop = w.stop
            ORDER BY m.stop, m.tested_at, m.test
            """,
            [.integer32(region), .texts(stops)]
        ) { row in
            let stop = try row.text(0)
            if stop != current { members.append([]) }
            current = stop
            members[members.count - 1].append(try member(row))
        }
        return members
    }

    private static func member(_ row: borrowing Row) throws -> StopTest {
        StopTest(
            key: try row.text(1),
            device: try row.text(2),
            recordNo: try row.optionalInteger(3),
            testedAt: Instant(microseconds: try row.instant(4)),
            alcohol: nil,
            mode: .active,
            isValid: true,
            unit: try row.text(5),
            officer: "",
            person: try row.token(6),
            isPersonDoubtful: try row.flag(9),
            plate: try row.token(7),
            name: try row.token(8),
            isMotor: nil
        )
    }

    /// The stop that holds each of the tests now, by test.
    package static func holders(of tests: [String], region: Int32, _ session: borrowing Session) throws
        -> [String: String]
    {
        guard !tests.isEmpty else { return [:] }
        let pairs = try session.run(
            "SELECT test, stop FROM docket.stop_test WHERE region = $1 AND test = ANY ($2) ORDER BY test",
            [.integer32(region), .texts(tests)]
        ).map { row in (try row.text(0), try row.text(1)) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Every stop of a region.
    package static func allKeys(region: Int32, _ session: borrowing Session) throws -> [String] {
        try session.run("SELECT key FROM docket.stop WHERE region = $1 ORDER BY key", [.integer32(region)])
            .map { row in try row.text(0) }
    }

    /// The records of one kind that any of the stops is linked to, refused ones included.
    package static func records(
        linkedTo stops: [String],
        kind: Kind,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        guard !stops.isEmpty else { return [] }
        return try session.run(
            """
            SELECT DISTINCT record FROM docket.link WHERE region = $1 AND stop = ANY ($2) AND kind = $3 ORDER BY record
            """,
            [.integer32(region), .texts(stops), .text(kind.rawValue)]
        ).map { row in try row.text(0) }
    }
}
