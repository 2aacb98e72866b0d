import Hashing
import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("When a version of a record was last seen does not depend on the order of deliveries", .ownDatabase)
struct LastSeenTests {
    private let deliveries = Deliveries()
    private let drafts = Drafts(kind: .breathTest)

    private func test(line: Int64 = 2, alcohol: Int64) -> RecordDraft {
        drafts.draft(
            line: line,
            key: "a",
            ["device": .text("D"), "tested_at": .integer(1_000_000), "alcohol": .integer(alcohol)]
        )
    }

    @Test("an export that says the old word and then a new one shows, in any order, that the old one stood until then")
    func oldWordAndNew() async throws {
        let older = (bytes: "1", time: Int64(100), rows: [test(alcohol: 10)])
        let newer = (bytes: "2", time: Int64(300), rows: [test(alcohol: 10), test(line: 3, alcohol: 20)])
        for files in [[older, newer], [newer, older]] {
            let seen = try await OwnDatabase.connection.use { session in
                try session.rolledBack { session in
                    let store = DeliveryStore(tokens: .init(pepper: [1]))
                    for file in files {
                        _ = try store.take(deliveries.header(bytes: file.bytes, exportedAt: file.time), session) {
                            for row in file.rows { try $0.record(row, to: &$1) }
                        }
                        try session.run("DROP TABLE staging")
                    }
                    // A microsecond tells the places of rows within one file.
                    return try session.run(
                        "SELECT alcohol || '@' || round(extract(epoch FROM seen_at)) FROM docket.breath_test ORDER BY alcohol"
                    ).map { row in try row.text(0) }
                }
            }
            #expect(seen == ["10@300", "20@300"])
        }
    }
}
