package import Model
package import Postgres

/// Finds the recordings that might show a test.
package enum RecordingQuery {
    /// A moment that should be on video, and who should have recorded it.
    package struct Moment: Equatable, Sendable {
        /// What the moment belongs to; comes back with every clip.
        package var subject: Int64
        package var from: Instant
        package var to: Instant
        package var officer: String
        package var unit: String

        package init(subject: Int64, from: Instant, to: Instant, officer: String, unit: String) {
            self.subject = subject
            self.from = from
            self.to = to
            self.officer = officer
            self.unit = unit
        }
    }

    private static let span =
        "tstzrange(r.started_at, greatest(r.started_at, coalesce(r.ended_at, r.started_at)), '[]')"

    /// Clips of the officer, or of anyone of the same county unit, that touch each moment.
    package static func clips(
        touching moments: [Moment],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [Int64: [RecordingClip]] {
        guard !moments.isEmpty else { return [:] }
        var found: [Int64: [RecordingClip]] = [:]
        try session.stream(
            """
            SELECT m.subject, r.key, r.camera, r.officer, r.unit, r.started_at, r.ended_at
            FROM unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[])
                m (subject, "from", "to", officer, unit)
            JOIN docket.recording r ON r.region = $1 AND r.latest
                AND \(span) && tstzrange(m."from", m."to", '[]')
                AND (r.officer = m.officer OR left(r.unit, \(Organisation.countyDigits)) = left(m.unit, \(Organisation.countyDigits)))
                AND r.storage IS DISTINCT FROM 'missing'
            ORDER BY m.subject, r.started_at, r.key
            """,
            [
                .integer32(region), .integers(moments.map(\.subject)), .instants(moments.map(\.from.microseconds)),
                .instants(moments.map(\.to.microseconds)), .texts(moments.map(\.officer)), .texts(moments.map(\.unit)),
            ]
        ) { row in
            found[try row.integer(0), default: []].append(
                RecordingClip(
                    key: try row.text(1),
                    camera: try row.optionalText(2) ?? "",
                    officer: try row.optionalText(3) ?? "",
                    unit: try row.optionalText(4) ?? "",
                    startedAt: Instant(microseconds: try row.instant(5)),
                    endedAt: try row.optionalInstant(6).map { Instant(microseconds: $0) }
                )
            )
        }
        return found
    }
}
