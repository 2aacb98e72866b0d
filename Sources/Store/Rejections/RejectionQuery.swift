import Model
package import Postgres

/// Reads the open rejections.
package enum RejectionQuery {
    /// Bytes of a row that are shown at most.
    private static let longest = 4096

    /// The explanation without numbers and values: the same for all rows that suffer from the same thing. As in the view
    /// `rejection_overview`.
    private static let cause = "regexp_replace(regexp_replace(r.explanation, ': .*$', ''), '[0-9]+', '#', 'g')"

    /// The open rejections by feed and cause, each with an example.
    ///
    /// - Throws: `DatabaseError`.
    package static func causes(
        _ filter: RejectionFilter,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [RejectionCause] {
        var causes = try session.run(
            """
            SELECT d.feed, r.reason, r.column_name, \(cause) AS cause, count(*), count(DISTINCT r.delivery),
                min(d.received_at), max(d.received_at)
            FROM docket.rejection r JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
            WHERE r.region = $1 AND \(RejectionFilter.condition)
            GROUP BY d.feed, r.reason, r.column_name, 4 ORDER BY d.feed, r.reason, r.column_name, 4
            """,
            filter.parameters(region: region)
        ).map { row in
            RejectionCause(
                feed: try row.text(0),
                reason: try row.word(1),
                column: try row.optionalText(2),
                cause: try row.text(3),
                rows: try row.integer(4),
                deliveries: try row.integer(5),
                firstSeen: Instant(microseconds: try row.instant(6)),
                lastSeen: Instant(microseconds: try row.instant(7)),
                example: nil
            )
        }
        for index in causes.indices {
            var narrowed = filter
            (narrowed.feed, narrowed.reason) = (causes[index].feed, causes[index].reason)
            causes[index].example = try rows(narrowed, of: causes[index], most: 1, region: region, session).first
        }
        return causes
    }

    /// How many open rejections there are.
    ///
    /// - Throws: `DatabaseError`.
    package static func count(_ filter: RejectionFilter, region: Int32, _ session: borrowing Session) throws -> Int64 {
        try session.run(
            """
            SELECT count(*) FROM docket.rejection r
            JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
            WHERE r.region = $1 AND \(RejectionFilter.condition)
            """,
            filter.parameters(region: region)
        ).single { row in try row.integer(0) }
    }

    /// The first of the open rejections, by delivery and place; where a cause is given, of that cause.
    ///
    /// - Throws: `DatabaseError`.
    package static func rows(
        _ filter: RejectionFilter,
        of cause: RejectionCause? = nil,
        most: Int64,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [RejectedRow] {
        try session.run(
            """
            SELECT r.delivery, d.feed, d.file_name, encode(d.sha256, 'hex'), p.name, r.line, r.byte_from, r.byte_length,
                r.reason, r.column_name, r.explanation, r.replay, coalesce(substring(w.raw FOR \(longest)), '')
            FROM docket.rejection r JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
            LEFT JOIN docket.delivery_part p ON p.region = r.region AND p.delivery = r.delivery AND p.part = r.part
            LEFT JOIN docket.rejection_raw w ON w.region = r.region AND w.delivery = r.delivery AND w.part = r.part
                AND w.byte_from = r.byte_from
            WHERE r.region = $1 AND \(RejectionFilter.condition) AND ($8::text IS NULL OR (\(Self.cause) = $8 AND r.column_name IS NOT DISTINCT FROM $9))
            ORDER BY r.delivery, r.part, r.byte_from LIMIT $10
            """,
            filter.parameters(region: region)
                + [.optional(text: cause?.cause), .optional(text: cause?.column), .integer(most)]
        ).map { row in
            RejectedRow(
                delivery: try row.integer(0),
                feed: try row.text(1),
                fileName: try row.text(2),
                sha256: try row.text(3),
                part: try row.optionalText(4),
                line: try row.integer(5),
                byteFrom: try row.integer(6),
                byteLength: try row.integer(7),
                reason: try row.word(8),
                column: try row.optionalText(9),
                explanation: try row.text(10),
                replay: try row.optionalInteger(11),
                raw: try row.bytes(12)
            )
        }
    }

    /// Files that as a whole want a person: those nothing could be read of, neither then nor later, and repetitions of
    /// others, where nothing came in their place; without what a person has discarded.
    ///
    /// - Parameters:
    ///   - filter: which of them.
    ///   - passing: the feeds whose repetitions are passed over.
    ///   - region: whose they are.
    ///   - session: to ask on.
    /// - Returns: them by number of delivery.
    /// - Throws: `DatabaseError`.
    package static func files(
        _ filter: RejectionFilter,
        passing: [String],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [FileInDoubt] {
        guard filter.meansDeliveries else { return [] }
        return try session.run(
            """
            SELECT d.number, d.feed, d.file_name, d.unreadable, d.repeats, d.received_at,
                d.holds_back OR d.repeats IS NOT NULL
            FROM docket.delivery d
            WHERE d.region = $1 AND d.released_at IS NULL
                AND (d.unreadable IS NOT NULL AND NOT \(FeedStore.isReplaced()) AND NOT EXISTS (
                        SELECT FROM docket.delivery l
                        WHERE l.region = d.region AND l.feed = d.feed AND l.sha256 = d.sha256 AND l.number > d.number)
                    OR d.feed <> ALL ($5) AND \(Repetition.isOpen))
                AND ($2::text IS NULL OR d.feed = $2) AND ($3::bigint IS NULL OR d.number = $3)
                AND ($4::timestamptz IS NULL OR d.received_at >= $4)
            ORDER BY d.number
            """,
            [
                .integer32(region), .optional(text: filter.feed), .optional(integer: filter.delivery),
                .optional(instant: filter.since?.microseconds), .texts(passing),
            ]
        ).map { row in
            FileInDoubt(
                delivery: try row.integer(0),
                feed: try row.text(1),
                fileName: try row.text(2),
                trouble: try row.optionalText(3).map { .unreadable($0) } ?? .repetition(of: try row.integer(4)),
                receivedAt: Instant(microseconds: try row.instant(5)),
                holdsBack: try row.flag(6)
            )
        }
    }

    /// The deliveries that have open rejections.
    ///
    /// - Throws: `DatabaseError`.
    package static func deliveries(
        _ filter: RejectionFilter,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [ArchivedDelivery] {
        let numbers = try session.run(
            """
            SELECT DISTINCT r.delivery FROM docket.rejection r
            JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
            WHERE r.region = $1 AND \(RejectionFilter.condition) ORDER BY r.delivery
            """,
            filter.parameters(region: region)
        ).map { row in try row.integer(0) }
        return try numbers.compactMap { try ArchivedDelivery.find($0, region: region, session) }
    }
}
