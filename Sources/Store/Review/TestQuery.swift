package import Model
package import Postgres

/// Finds breath tests for matching. All of them see the revision that counts, with the highest value ever seen, and
/// come in no order: sorting hundreds of thousands here would be for nothing, whoever groups them does it anyway.
package enum TestQuery {
    /// A stretch of time on one device.
    package struct DeviceWindow: Hashable, Sendable {
        package var device: String
        package var from: Instant
        package var to: Instant

        package init(device: String, from: Instant, to: Instant) {
            self.device = device
            self.from = from
            self.to = to
        }
    }

    /// A stretch of time in the life of a person or vehicle.
    package struct TokenWindow: Hashable, Sendable {
        package var token: Token
        package var from: Instant
        package var to: Instant

        package init(token: Token, from: Instant, to: Instant) {
            self.token = token
            self.from = from
            self.to = to
        }
    }

    /// Tests at or above `line`, and refusals.
    package static func positive(region: Int32, line: Alcohol, _ session: borrowing Session) throws -> [StopTest] {
        try tests(
            // In no order.
            """
            \(columns) FROM docket.breath_test t
            WHERE t.region = $1 AND t.latest AND (t.mode = 'refused' OR \(value) >= $2)
            """,
            [.integer32(region), .integer(line.hundredths)],
            session
        )
    }

    /// The tests of these keys that there are.
    ///
    /// - Throws: `DatabaseError`.
    package static func named(_ keys: [String], region: Int32, _ session: borrowing Session) throws -> [StopTest] {
        guard !keys.isEmpty else { return [] }
        return try tests(
            // In no order.
            """
            \(columns) FROM unnest($2::text[]) w (key)
            JOIN docket.breath_test t ON t.region = $1 AND t.key = w.key AND t.latest
            """,
            [.integer32(region), .texts(keys)],
            session
        )
    }

    /// The tests made on devices within stretches of time, ends included.
    ///
    /// - Throws: `DatabaseError`.
    package static func onDevices(_ windows: [DeviceWindow], region: Int32, _ session: borrowing Session) throws
        -> [StopTest]
    {
        guard !windows.isEmpty else { return [] }
        return try tests(
            // In no order.
            """
            \(columns) FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) w (device, "from", "to")
            CROSS JOIN LATERAL (
                -- OFFSET keeps the planner to the index: it would compare every test of a device with every window.
                SELECT r.* FROM docket.breath_test r
                WHERE r.region = $1 AND r.device = w.device AND r.tested_at BETWEEN w."from" AND w."to" AND r.latest
                OFFSET 0) t
            """,
            [
                .integer32(region), .texts(windows.map(\.device)), .instants(windows.map(\.from.microseconds)),
                .instants(windows.map(\.to.microseconds)),
            ],
            session
        )
    }

    /// The tests of persons or plates within stretches of time, ends included.
    ///
    /// The stretches of a review lie close together, on the evenings it is about: of each such evening the tests are gone
    /// through once, however many of them are looked for.
    ///
    /// - Throws: `DatabaseError`.
    package static func sharing(_ windows: [TokenWindow], region: Int32, _ session: borrowing Session) throws
        -> [StopTest]
    {
        guard !windows.isEmpty else { return [] }
        let spans = spans(of: windows)
        return try tests(
            // In no order.
            """
            \(columns) FROM unnest($2::timestamptz[], $3::timestamptz[]) s ("from", "to")
            CROSS JOIN LATERAL (
                -- OFFSET, as above: it would sort or hash every test there is.
                SELECT r.* FROM docket.breath_test r
                WHERE r.region = $1 AND r.tested_at BETWEEN s."from" AND s."to" AND r.latest
                    AND (r.person_id_token IS NOT NULL OR r.plate_token IS NOT NULL)
                OFFSET 0) t
            CROSS JOIN LATERAL (VALUES (t.person_id_token), (t.plate_token)) o (token)
            WHERE EXISTS (
                SELECT FROM unnest($4::bytea[], $5::timestamptz[], $6::timestamptz[]) w (token, "from", "to")
                WHERE w.token = o.token AND t.tested_at BETWEEN w."from" AND w."to")
            """,
            [
                .integer32(region), .instants(spans.map(\.from.microseconds)), .instants(spans.map(\.to.microseconds)),
                .byteArrays(windows.map(\.token.bytes)), .instants(windows.map(\.from.microseconds)),
                .instants(windows.map(\.to.microseconds)),
            ],
            session
        )
    }

    /// The time the windows cover, in order and without overlap.
    private static func spans(of windows: [TokenWindow]) -> [(from: Instant, to: Instant)] {
        var spans: [(from: Instant, to: Instant)] = []
        for window in windows.sorted(by: { $0.from < $1.from }) {
            if let last = spans.last, window.from <= last.to {
                spans[spans.count - 1].to = max(last.to, window.to)
            } else {
                spans.append((window.from, window.to))
            }
        }
        return spans
    }

    private static let columns = """
        SELECT t.key, t.device, t.record_no, t.tested_at, \(value), t.mode, t.valid, t.unit, t.officer,
            t.person_id_token, t.plate_token, t.person_name_token, t.vehicle,
            coalesce(t.defects LIKE '%person_id:%', false)
        """

    /// The highest value of any revision, looked up only where there is more than one.
    private static let value = """
        greatest(t.alcohol, t.alcohol_second, CASE WHEN EXISTS (
                SELECT FROM docket.breath_test o WHERE o.region = t.region AND o.key = t.key AND o.revision > 1)
            THEN (SELECT max(greatest(r.alcohol, r.alcohol_second)) FROM docket.breath_test r
                  WHERE r.region = t.region AND r.key = t.key) END)
        """

    private static func tests(_ sql: String, _ parameters: [Parameter], _ session: borrowing Session) throws
        -> [StopTest]
    {
        var found: [StopTest] = []
        try session.stream(sql, parameters) { row in found.append(try test(row)) }
        return found
    }

    private static func test(_ row: borrowing Row) throws -> StopTest {
        StopTest(
            key: try row.text(0),
            device: try row.text(1),
            recordNo: try row.optionalInteger(2),
            testedAt: Instant(microseconds: try row.instant(3)),
            alcohol: try row.optionalInteger(4).map { Alcohol(hundredths: $0) },
            mode: try row.optionalWord(5) ?? .active,
            isValid: try row.optionalFlag(6) ?? true,
            unit: try row.optionalText(7) ?? "",
            officer: try row.optionalText(8) ?? "",
            person: try row.token(9),
            isPersonDoubtful: try row.flag(13),
            plate: try row.token(10),
            name: try row.token(11),
            isMotor: try row.optionalText(12).map { $0 == "motor" }
        )
    }
}
