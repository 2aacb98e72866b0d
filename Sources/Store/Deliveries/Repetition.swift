import Model
import Postgres

/// Notices that an increment brought the bytes of an earlier export.
///
/// An export of what is new that has rows, and yet not a byte of which differs from an earlier one, is that one sent again
/// under another name: it proves nothing, and what should have come in its place may be missing. Without rows it says that
/// nothing was new, and two such exports may well be alike.
enum Repetition {
    /// Looks at what a delivery that was taken has to do with others of the same bytes, whichever of them came first: the
    /// earliest export is the original.
    ///
    /// - Throws: `DatabaseError`.
    static func note(_ header: DeliveryHeader, _ session: borrowing Session) throws {
        guard header.completeness.repetition != nil, header.exportedAt != nil else { return }
        try session.run(
            """
            UPDATE docket.delivery d SET repeats = o.number
            FROM (SELECT number FROM docket.delivery
                  WHERE region = $1 AND feed = $2 AND sha256 = $3 AND unreadable IS NULL AND exported_at IS NOT NULL
                  ORDER BY exported_at, number LIMIT 1) o
            WHERE d.region = $1 AND d.feed = $2 AND d.sha256 = $3 AND d.unreadable IS NULL AND d.exported_at IS NOT NULL
                AND d.read > 0 AND d.number <> o.number AND d.repeats IS DISTINCT FROM o.number
            """,
            [.integer32(header.region), .text(header.feed), .bytes(header.sha256)]
        )
    }

    /// Of a delivery `d`: it repeats another, no person has said that nothing is missing, and no other file of its name came
    /// in its place. One of its moment is not enough: several stations may export at once.
    static let isOpen = """
        d.repeats IS NOT NULL AND d.released_at IS NULL AND NOT EXISTS (
            SELECT FROM docket.delivery o
            WHERE o.region = d.region AND o.feed = d.feed AND o.exported_at = d.exported_at
                AND o.file_name = d.file_name AND o.unreadable IS NULL
                AND o.repeats IS NULL AND NOT o.holds_back)
        """
}
