import Model
import Postgres
import Store

/// Breath tests of which only key and value matter, and how the store keeps them.
enum BreathTests {
    static func draft(_ key: String, line: Int64 = 2, alcohol: Int64 = 0) -> RecordDraft {
        Drafts(kind: .breathTest).draft(
            line: line,
            key: key,
            ["device": .text("D"), "tested_at": .integer(1_000_000), "alcohol": .integer(alcohol)]
        )
    }

    /// What became of the rows of a delivery; nil where it was not taken.
    static func counts(_ outcome: DeliveryOutcome) -> DeliveryCounts? {
        guard case .taken(_, let counts) = outcome else { return nil }
        return counts
    }

    /// Every revision with its value, the one that counts with a star.
    static func history(_ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT revision || ':' || alcohol || CASE WHEN latest THEN '*' ELSE '' END FROM docket.breath_test
            ORDER BY key, revision
            """
        ).map { row in try row.text(0) }
    }
}
