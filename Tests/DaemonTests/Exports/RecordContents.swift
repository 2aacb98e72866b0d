import Model

/// What a database says of the records it was told of, without where each was read.
struct RecordContents: Equatable, Sendable {
    /// Every revision, with its number, when it was last seen and whether it counts.
    private(set) var revisions: [String] = []
    /// What each record ever said, to the second when that was last seen, and whether it counts: without the numbers of
    /// revisions, which follow the order of arrival, without how often a record came back to what it had said, and without
    /// the microseconds that tell rows of one file apart.
    private(set) var statements: [String] = []
    /// What each record says that counts.
    private(set) var latest: [String] = []
    let rejections: [String]
    /// How the rows of each delivery fared, in the order of arrival.
    let tallies: [String]
    /// Deliveries whose rows are not all accounted for.
    let unaccounted: [String]

    init(of house: borrowing House, kinds: [Kind] = ExportingSource.kinds) async throws {
        let places = "ARRAY['region', 'delivery', 'part', 'line', 'byte_from', 'byte_length']"
        for kind in kinds {
            let table = "docket.\(kind.rawValue)"
            revisions += try await house.texts("SELECT (to_jsonb(t) - \(places))::text FROM \(table) t ORDER BY 1")
            statements += try await house.texts(
                """
                SELECT concat_ws(' ', says, round(extract(epoch FROM max(seen_at))), bool_or(latest)) FROM (
                    SELECT seen_at, latest,
                        (to_jsonb(t) - \(places) - ARRAY['revision', 'seen_at', 'latest'])::text AS says
                    FROM \(table) t) r
                GROUP BY says ORDER BY 1
                """
            )
        }
        for kind in kinds {
            latest += try await house.texts(
                """
                SELECT (to_jsonb(t) - \(places) - ARRAY['revision', 'seen_at'])::text FROM docket.\(kind.rawValue) t
                WHERE latest ORDER BY 1
                """
            )
        }
        rejections = try await house.texts(
            """
            SELECT concat_ws(' ', d.feed, r.reason, r.column_name, r.explanation)
            FROM docket.rejection r JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery ORDER BY 1
            """
        )
        tallies = try await house.texts(
            """
            SELECT concat_ws(' ', feed, read, stored, revised, unchanged, rejected, unreadable)
            FROM docket.delivery ORDER BY number
            """
        )
        unaccounted = try await house.texts(
            "SELECT file_name FROM docket.delivery WHERE read <> stored + revised + unchanged + rejected"
        )
    }

    /// What one has and the other has not, however the records came.
    func differences(from other: RecordContents) -> [String] {
        Self.differences(statements, other.statements) + Self.differences(rejections, other.rejections)
            + unaccounted.map { "not accounted for: " + $0 }
    }

    /// The same of the records that count, whatever was told of them before.
    func differencesInLatest(from other: RecordContents) -> [String] {
        Self.differences(latest, other.latest) + unaccounted.map { "not accounted for: " + $0 }
    }

    /// The same where sound rows and unsound ones came in the same order, whatever made the latter so.
    func differencesInRecords(from other: RecordContents) -> [String] {
        Self.differences(revisions, other.revisions) + Self.differences(tallies, other.tallies)
            + unaccounted.map { "not accounted for: " + $0 }
    }

    /// The same where the same exports came in the same order.
    func differencesInOrder(from other: RecordContents) -> [String] {
        differences(from: other) + Self.differences(revisions, other.revisions)
            + Self.differences(tallies, other.tallies)
    }

    private static func differences(_ mine: [String], _ theirs: [String]) -> [String] {
        mine.difference(from: theirs).prefix(4).map { change in
            switch change {
            case .insert(_, let line, _): "has " + line
            case .remove(_, let line, _): "has not " + line
            }
        }
    }
}
