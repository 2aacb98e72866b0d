import Postgres
import TestSupport
import Testing

@Suite("The schema can be spread over a cluster by region", .ownDatabase)
struct CatalogueTests {
    @Test("the migrated schema keeps the rule", arguments: CatalogueRule.all)
    func kept(rule: CatalogueRule) async throws {
        let offenders = try await OwnDatabase.connection.use { session in
            try session.run(rule.offenders).map { row in try row.text(0) }
        }
        #expect(offenders.isEmpty)
    }

    @Test("a breach of the rule is noticed", arguments: CatalogueRule.all)
    func noticed(rule: CatalogueRule) async throws {
        let offenders = try await OwnDatabase.connection.use { session in
            try session.runScript(rule.breach)
            return try session.run(rule.offenders).map { row in try row.text(0) }
        }
        #expect(offenders == rule.named)
    }

    @Test("of a delivery's rows none is lost and none is counted twice")
    func deliveryAddsUp() async throws {
        try await OwnDatabase.connection.use { session in
            try session.runScript(
                """
                INSERT INTO docket.feed (region, name, kind, serves) VALUES (1, 'f', 'camera', '{}');
                INSERT INTO docket.delivery VALUES (1, 1, 'f', 'camera', '\\x01', 'a.csv', 3, NULL,
                    '2025-03-03 21:10:00+08', NULL, 10, 1, 2, 3, 4)
                """
            )
            let error = #expect(throws: DatabaseError.self) {
                try session.runScript("UPDATE docket.delivery SET stored = 2 WHERE region = 1 AND number = 1")
            }
            #expect(error?.kind == .statementFailed(SQLState(rawValue: "23514")))
        }
    }
}
