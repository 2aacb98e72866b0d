package import Model
package import Postgres

/// Gathers what leads from a subject back to bytes.
package enum EvidenceQuery {
    /// A record that speaks of a subject, and where it stands in the archived file.
    package struct Source: Equatable, Sendable {
        package var subject: String
        package var kind: String
        package var key: String
        package var revision: Int64
        package var sha256: String
        package var fileName: String
        /// The member or sheet it stands in; nil where the file is one part.
        package var part: String?
        package var line: Int64
        package var byteFrom: Int64
        package var byteLength: Int64
        /// For links: strength, reasons and refusal. Empty for the subject's own records.
        package var strength: String
        package var reasons: String
        package var refusal: String?
    }

    /// The tests of stops in every revision, since the highest value ever seen makes the duty; then the cases and
    /// recordings tried for them.
    package static func ofStops(_ stops: [String], region: Int32, _ session: borrowing Session) throws -> [Source] {
        let tests = """
            SELECT w.subject, 'breath_test' AS kind, r.key, r.revision, r.delivery, r.part, r.line, r.byte_from, r.byte_length,
                '' AS strength, coalesce(t.excluded, '') AS reasons, NULL AS refusal, 0 AS rank
            FROM unnest($2::text[]) w (subject)
            JOIN docket.stop_test t ON t.region = $1 AND t.stop = w.subject
            JOIN docket.breath_test r ON r.region = t.region AND r.key = t.test
            """
        let links = [Kind.caseFile, .recording].map { kind in
            """
            SELECT w.subject, l.kind, r.key, r.revision, r.delivery, r.part, r.line, r.byte_from, r.byte_length,
                l.strength, l.reasons, l.refusal, 1 AS rank
            FROM unnest($2::text[]) w (subject)
            JOIN docket.link l ON l.region = $1 AND l.stop = w.subject AND l.kind = '\(kind.rawValue)'
            JOIN \(RecordTable(kind).name) r ON r.region = l.region AND r.key = l.record AND r.latest
            """
        }
        return try sources(([tests] + links).joined(separator: "\nUNION ALL\n"), stops, region, session)
    }

    /// The notices and what they speak of.
    package static func ofNotices(_ notices: [String], region: Int32, _ session: borrowing Session) throws -> [Source] {
        let own = """
            SELECT w.subject, 'notice' AS kind, r.key, r.revision, r.delivery, r.part, r.line, r.byte_from, r.byte_length,
                '' AS strength, '' AS reasons, NULL AS refusal, 0 AS rank
            FROM unnest($2::text[]) w (subject)
            JOIN docket.notice r ON r.region = $1 AND r.key = w.subject AND r.latest
            """
        let violations = """
            SELECT w.subject, 'robot_violation', r.key, r.revision, r.delivery, r.part, r.line, r.byte_from, r.byte_length,
                'strong', 'cited_record', NULL, 1
            FROM unnest($2::text[]) w (subject)
            JOIN docket.notice n ON n.region = $1 AND n.key = w.subject AND n.latest
            JOIN docket.robot_violation r ON r.region = n.region AND r.record_no = n.violation_no AND r.latest
                AND (n.robot IS NULL OR r.robot = n.robot)
            """
        let robots = """
            SELECT w.subject, 'robot', r.key, r.revision, r.delivery, r.part, r.line, r.byte_from, r.byte_length,
                'strong', 'cited_record', NULL, 2
            FROM unnest($2::text[]) w (subject)
            JOIN docket.notice n ON n.region = $1 AND n.key = w.subject AND n.latest
            LEFT JOIN docket.robot_violation v ON n.robot IS NULL AND v.region = n.region
                AND v.record_no = n.violation_no AND v.latest
            JOIN docket.robot r ON r.region = n.region AND r.key = coalesce(n.robot, v.robot) AND r.latest
            """
        return try sources([own, violations, robots].joined(separator: "\nUNION ALL\n"), notices, region, session)
    }

    /// A record a finding rests on.
    package struct Named: Equatable, Sendable {
        package var subject: String
        package var kind: Kind
        package var key: String

        /// - Returns: nil where the text is not `kind:key`.
        package init?(_ subject: String, _ text: String) {
            guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
                return nil
            }
            self.subject = subject
            self.kind = kind
            key = String(text[text.index(after: colon)...])
        }
    }

    /// The records findings name, in every revision: what was said before is evidence too.
    package static func ofRecords(_ records: [Named], region: Int32, _ session: borrowing Session) throws -> [Source] {
        try Dictionary(grouping: records, by: \.kind).sorted { $0.key.rawValue < $1.key.rawValue }.flatMap {
            kind,
            named in
            let sql = """
                SELECT w.subject, '\(kind.rawValue)' AS kind, r.key, r.revision, r.delivery, r.part, r.line, r.byte_from,
                    r.byte_length, '' AS strength, '' AS reasons, NULL AS refusal, 2 AS rank
                FROM unnest($2::text[], $3::text[]) w (subject, key)
                JOIN \(RecordTable(kind).name) r ON r.region = $1 AND r.key = w.key
                """
            return try sources(sql, [.texts(named.map(\.subject)), .texts(named.map(\.key))], region, session)
        }
    }

    private static func sources(
        _ sql: String,
        _ subjects: [String],
        _ region: Int32,
        _ session: borrowing Session
    ) throws -> [Source] {
        guard !subjects.isEmpty else { return [] }
        return try sources(sql, [.texts(subjects)], region, session)
    }

    private static func sources(
        _ sql: String,
        _ parameters: [Parameter],
        _ region: Int32,
        _ session: borrowing Session
    ) throws -> [Source] {
        try session.run(
            """
            SELECT s.subject, s.kind, s.key, s.revision, encode(d.sha256, 'hex'), d.file_name, p.name, s.line,
                s.byte_from, s.byte_length, s.strength, s.reasons, s.refusal
            FROM (\(sql)) s JOIN docket.delivery d ON d.region = $1 AND d.number = s.delivery
            LEFT JOIN docket.delivery_part p ON p.region = $1 AND p.delivery = s.delivery AND p.part = s.part
            ORDER BY s.subject, s.rank, s.kind, s.key, s.revision
            """,
            [.integer32(region)] + parameters
        ).map { row in
            Source(
                subject: try row.text(0),
                kind: try row.text(1),
                key: try row.text(2),
                revision: try row.integer(3),
                sha256: try row.text(4),
                fileName: try row.text(5),
                part: try row.optionalText(6),
                line: try row.integer(7),
                byteFrom: try row.integer(8),
                byteLength: try row.integer(9),
                strength: try row.text(10),
                reasons: try row.text(11),
                refusal: try row.optionalText(12)
            )
        }
    }
}
