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

    /// The tests of each stop that there is as far as they matter to cases: who, when, where, not how much.
    package static func members(of stops: [String], region: Int32, _ session: borrowing Session) throws
        -> [[StopTest]]
    {
        let stored = try members(ofStops: stops, region: region, session)
        return stops.compactMap { stored[$0]?.map(\.test) }
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
