import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Large deliveries go straight to the records until a known key comes", .ownDatabase)
struct StraightCopyTests {
    private let deliveries = Deliveries()
    private let rejections = (0..<1200).map { number in
        RowRejection(
            line: 100_000 + number,
            byteOffset: 10_000_000 + number,
            byteLength: 1,
            reason: .number,
            column: nil,
            explanation: "no number"
        )
    }

    /// Enough rows for several pieces.
    private func rows(_ prefix: String, _ count: Int, alcohol: Int64 = 0) -> [RecordDraft] {
        (0..<count).map { BreathTests.draft("\(prefix)\($0)", line: Int64($0) + 2, alcohol: alcohol) }
    }

    @Test("nothing but new records, and rejected rows among them")
    func fresh() async throws {
        let (outcome, kept) = try await OwnDatabase.connection.use { session in
            let outcome = try deliveries.deliver(rows("a", 8000), rejections: rejections, bytes: "1", session)
            return (outcome, try contents(session))
        }
        #expect(BreathTests.counts(outcome) == DeliveryCounts(stored: 8000, revised: 0, unchanged: 0, rejected: 1200))
        #expect(kept == ["8000 of revision 1, 8000 count", "1200 rejected with their text"])
    }

    @Test("a key that comes again in a later piece says what its last row says, and stood until then")
    func repeated() async throws {
        let (outcome, history) = try await OwnDatabase.connection.use { session in
            let again = [BreathTests.draft("a10", line: 9000, alcohol: 99), BreathTests.draft("a11", line: 9001)]
            let file = rows("a", 8000) + again + [BreathTests.draft("b", line: 9002)]
            let outcome = try deliveries.deliver(file, bytes: "1", exportedAt: 100, session)
            return (outcome, try revisions(of: ["a10", "a11", "b"], session))
        }
        #expect(BreathTests.counts(outcome) == DeliveryCounts(stored: 8001, revised: 1, unchanged: 1, rejected: 0))
        #expect(history == ["a10 1:0 99.999999", "a10 2:99* 100.000000", "a11 1:0* 100.000000", "b 1:0* 100.000000"])
    }

    @Test("a known key in a later piece is compared like any other", arguments: [0, 7999])
    func known(place: Int) async throws {
        let (outcome, history) = try await OwnDatabase.connection.use { session in
            try deliveries.deliver(rows("k", 2), bytes: "1", exportedAt: 100, session)
            var file = rows("a", 8000)
            file.insert(BreathTests.draft("k0", line: 9000, alcohol: 50), at: place)
            file.insert(BreathTests.draft("k1", line: 9001), at: place)
            let outcome = try deliveries.deliver(file, rejections: rejections, bytes: "2", exportedAt: 200, session)
            return (outcome, try revisions(of: ["k0", "k1", "a0", "a7999"], session))
        }
        #expect(BreathTests.counts(outcome) == DeliveryCounts(stored: 8000, revised: 1, unchanged: 1, rejected: 1200))
        #expect(
            history == [
                "a0 1:0* 200.000000", "a7999 1:0* 200.000000", "k0 1:0 100.000000", "k0 2:50* 200.000000",
                "k1 1:0* 200.000000",
            ]
        )
    }

    @Test("what goes straight is the same as what is staged, column by column")
    func alike() async throws {
        let differing = try await OwnDatabase.connection.use { session in
            try deliveries.deliver(rows("a", 3, alcohol: 40), bytes: "1", exportedAt: 100, session)
            try session.run("CREATE TABLE straight AS SELECT * FROM docket.breath_test")
            try session.run("DELETE FROM docket.breath_test")
            // A key that is known sends the rows the other way.
            try deliveries.deliver([BreathTests.draft("known")], bytes: "2", exportedAt: 50, session)
            let staged = rows("a", 3, alcohol: 40) + [BreathTests.draft("known", line: 99)]
            try deliveries.deliver(staged, bytes: "3", exportedAt: 100, session)
            try session.run("UPDATE docket.breath_test SET delivery = 1")
            return try session.run(
                """
                SELECT count(*) FROM straight s
                JOIN docket.breath_test r ON r.key = s.key AND to_jsonb(r) IS DISTINCT FROM to_jsonb(s)
                """
            ).single { row in try row.integer(0) }
        }
        #expect(differing == 0)
    }

    private func contents(_ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT count(*) || ' of revision ' || revision || ', ' || count(*) FILTER (WHERE latest) || ' count'
            FROM docket.breath_test GROUP BY revision
            UNION ALL
            SELECT count(*) || ' rejected with their text' FROM docket.rejection r
            JOIN docket.rejection_raw w USING (region, delivery, part, byte_from)
            """
        ).map { row in try row.text(0) }
    }

    private func revisions(of keys: [String], _ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT key || ' ' || revision || ':' || alcohol || CASE WHEN latest THEN '*' ELSE '' END || ' '
                || extract(epoch FROM seen_at)::numeric(20, 6)
            FROM docket.breath_test WHERE key = ANY ($1) ORDER BY key, revision
            """,
            [.texts(keys)]
        ).map { row in try row.text(0) }
    }
}
