import Model
import Postgres

/// Notices that an increment brought the bytes of an earlier export in place of its own.
///
/// An export of what is new that has rows, and yet not a byte of which differs from an earlier one, is that one sent again
/// under another name: what should have come in its place is missing. Without rows it says that nothing was new, and two
/// such exports may well be alike.
enum Repetition {
    /// Looks at what a delivery that was taken has to do with others, whichever of them came first: of the same bytes the
    /// earliest export is the original, and the others prove nothing. Where the feed promises a rhythm, that tells whether
    /// one of them came in place of an export or beside it; where it promises none, each holds the feed back until another
    /// file of its moment is read without fault, or a person says that nothing is missing.
    ///
    /// - Throws: `DatabaseError`.
    static func note(_ header: DeliveryHeader, _ session: borrowing Session) throws {
        guard header.completeness.doubtsRepetition, let exportedAt = header.exportedAt else { return }
        try session.run(
            """
            UPDATE docket.delivery d SET repeats = o.number, holds_back = d.holds_back OR $4
            FROM (SELECT number FROM docket.delivery
                  WHERE region = $1 AND feed = $2 AND sha256 = $3 AND unreadable IS NULL AND exported_at IS NOT NULL
                  ORDER BY exported_at, number LIMIT 1) o
            WHERE d.region = $1 AND d.feed = $2 AND d.sha256 = $3 AND d.unreadable IS NULL AND d.exported_at IS NOT NULL
                AND d.read > 0 AND d.number <> o.number AND d.repeats IS NULL
            """,
            [
                .integer32(header.region), .text(header.feed), .bytes(header.sha256),
                .flag(header.completeness.rhythmSeconds == nil),
            ]
        )
        try heal(exportedAt, header, session)
    }

    /// Releases repetitions that another file of their moment has replaced.
    private static func heal(_ at: Instant, _ header: DeliveryHeader, _ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE docket.delivery d SET holds_back = false
            WHERE d.region = $1 AND d.feed = $2 AND d.holds_back AND d.repeats IS NOT NULL AND d.exported_at = $3
                AND EXISTS (SELECT FROM docket.delivery r
                    WHERE r.region = $1 AND r.feed = $2 AND r.exported_at = $3 AND r.unreadable IS NULL
                        AND r.repeats IS NULL AND r.rejected <= $4)
            """,
            [
                .integer32(header.region), .text(header.feed), .instant(at.microseconds),
                .integer(header.completeness.allowedRejections),
            ]
        )
    }
}
