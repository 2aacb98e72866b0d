package import Model
package import Postgres

/// Finds the cases that might answer stops, and the stops that cases might answer.
package enum CaseQuery {
    /// How far in time a case may lie, in seconds: for a person or plate, and for a mere name.
    package struct Window: Equatable, Sendable {
        package var seconds: Int64
        package var nameSeconds: Int64

        package init(seconds: Int64, nameSeconds: Int64) {
            self.seconds = seconds
            self.nameSeconds = nameSeconds
        }
    }

    /// When the case says it happened, else the earliest of its steps that has a time.
    private static let time = """
        coalesce(c.occurred_at, c.accepted_at, c.measure_at, c.filed_at, c.not_filed_at, c.decided_at, c.entered_at)
        """

    private static let columns = """
        SELECT c.key, c.device, c.record_no, \(time), c.unit,
            c.person_id_token, c.plate_token, c.person_name_token,
            coalesce(c.status = 'void' AND (c.withdrawn_at IS NULL OR c.approver IS NULL), false),
            coalesce(c.defects LIKE '%person_id:%', false)
        """

    /// Every case that shares a person, a plate, a name or a cited record with a test of the stops.
    ///
    /// The window is as wide as any of these can count.
    package static func candidates(
        ofStops stops: [String],
        within window: Window,
        vanished: Set<String>,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [CaseRecord] {
        guard !stops.isEmpty else { return [] }
        let near = """
            (\(time) IS NULL
                OR \(time) BETWEEN t.tested_at - $3 * interval '1 second' AND t.tested_at + $3 * interval '1 second')
            """
        let branches = [
            "c.device = t.device AND c.record_no = t.record_no",
            "c.person_id_token = t.person_token AND \(near)",
            "c.plate_token = t.plate_token AND \(near)",
            "c.person_name_token = t.name_token AND \(near.replacing("$3", with: "$4"))",
        ].map { condition in
            """
            \(columns) FROM unnest($2::text[]) w (stop)
            JOIN docket.stop_test t ON t.region = $1 AND t.stop = w.stop
            JOIN docket.case_file c ON c.region = $1 AND c.latest AND \(condition)
            """
        }
        let cases = try session.run(
            branches.joined(separator: "\nUNION\n") + "\nORDER BY 1",
            [.integer32(region), .texts(stops), .integer(window.seconds), .integer(window.nameSeconds)]
        ).map { row in try caseRecord(row, vanished) }
        return cases
    }

    /// Every stop the cases might answer, or answer now.
    package static func stops(
        ofCases cases: [String],
        within window: Window,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        guard !cases.isEmpty else { return [] }
        let near = """
            (\(time) IS NULL
                OR t.tested_at BETWEEN \(time) - $3 * interval '1 second' AND \(time) + $3 * interval '1 second')
            """
        let branches = [
            "t.device = c.device AND t.record_no = c.record_no",
            "t.person_token = c.person_id_token AND \(near)",
            "t.plate_token = c.plate_token AND \(near)",
            "t.name_token = c.person_name_token AND \(near.replacing("$3", with: "$4"))",
        ].map { condition in
            """
            SELECT t.stop FROM unnest($2::text[]) w (key)
            JOIN docket.case_file c ON c.region = $1 AND c.key = w.key AND c.latest
            JOIN docket.stop_test t ON t.region = $1 AND \(condition)
            """
        }
        let linked = """
            SELECT l.stop FROM unnest($2::text[]) w (key)
            JOIN docket.link l ON l.region = $1 AND l.kind = 'case_file' AND l.record = w.key
            """
        return try session.run(
            (branches + [linked]).joined(separator: "\nUNION\n") + "\nORDER BY 1",
            [.integer32(region), .texts(cases), .integer(window.seconds), .integer(window.nameSeconds)]
        ).map { row in try row.text(0) }
    }

    private static func caseRecord(_ row: borrowing Row, _ vanished: Set<String>) throws -> CaseRecord {
        let key = try row.text(0)
        return CaseRecord(
            key: key,
            device: try row.optionalText(1),
            recordNo: try row.optionalInteger(2),
            time: try row.optionalInstant(3).map { Instant(microseconds: $0) },
            unit: try row.optionalText(4) ?? "",
            person: try row.token(5),
            isPersonDoubtful: try row.flag(9),
            plate: try row.token(6),
            name: try row.token(7),
            isVoid: try row.flag(8),
            isVanished: vanished.contains(key)
        )
    }
}
