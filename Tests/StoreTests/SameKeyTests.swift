import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Rows of one file that bear one key and say different things are told", .ownDatabase)
struct SameKeyTests {
    private let deliveries = Deliveries()

    /// What the feed suffers from after a delivery of these rows, each a key and a value.
    private func symptoms(
        _ rows: [(key: String, alcohol: Int64)],
        bytes: String,
        rule: SameKeyRule? = .doubt,
        exportedAt: Int64,
        hoursLater: Int64 = 0,
        _ session: borrowing Session
    ) throws -> [FeedSymptom] {
        let drafts = rows.enumerated().map { index, row in
            BreathTests.draft(row.key, line: Int64(index) + 2, alcohol: row.alcohol)
        }
        var deliveries = deliveries
        deliveries.receivedAt = deliveries.receivedAt.adding(seconds: hoursLater * 3600)
        try deliveries.deliver(drafts, bytes: bytes, exportedAt: exportedAt, session)
        let contract = FeedContract(
            rhythmSeconds: nil,
            volume: nil,
            isSnapshot: false,
            knownColumns: nil,
            allowedRejections: 0,
            sameKey: rule
        )
        return try FeedHealth.note("tests", contract, at: Instant(microseconds: 0), region: 430800, session)
    }

    private let disputed: [(key: String, alcohol: Int64)] = [
        ("a", 1), ("b", 7), ("a", 2), ("b", 7), ("c", 3), ("a", 1),
    ]

    @Test("a key is counted once, one whose rows say the same is not")
    func counted() async throws {
        let told = try await OwnDatabase.connection.use { session in
            try symptoms(disputed, bytes: "1", exportedAt: 100, session)
        }
        #expect(told == [.disputed(.init(delivery: 1, keys: 1))])
        #expect(told.first?.sentence.contains("same_key: versions") == true)
    }

    @Test("also where the rows stand far apart in a large file")
    func farApart() async throws {
        let rows = [("a", Int64(1))] + (0..<8000).map { ("k\($0)", Int64(0)) } + [("a", 2), ("k0", 0), ("k7", 5)]
        let told = try await OwnDatabase.connection.use { session in
            try symptoms(rows, bytes: "1", exportedAt: 100, session)
        }
        #expect(told == [.disputed(.init(delivery: 1, keys: 2))])
    }

    @Test("every export that has them tells it, until for a day none has, however many quiet ones come")
    func again() async throws {
        let told = try await OwnDatabase.connection.use { session in
            var told = [try symptoms(disputed, bytes: "1", exportedAt: 100, session)]
            told.append(try symptoms(disputed + [("d", 4)], bytes: "2", exportedAt: 200, session))
            // Another value than before is a revision, and nothing is odd about it.
            let quiet: [(key: String, alcohol: Int64)] = [("a", 9), ("c", 8)]
            told.append(try symptoms(quiet, bytes: "3", exportedAt: 300, hoursLater: 23, session))
            told.append(try symptoms(quiet + [("e", 1)], bytes: "4", exportedAt: 400, hoursLater: 24, session))
            return told
        }
        let (first, second) = (
            FeedObservation.DisputedKeys(delivery: 1, keys: 1), FeedObservation.DisputedKeys(delivery: 2, keys: 1)
        )
        #expect(told == [[.disputed(first)], [.disputed(second)], [.disputed(second)], []])
    }

    @Test("nothing is told where the feed says that they are versions, or where rows are named by their content")
    func versions() async throws {
        let told = try await OwnDatabase.connection.use { session in
            [
                try symptoms(disputed, bytes: "1", rule: .versions, exportedAt: 100, session),
                try symptoms(disputed, bytes: "2", rule: nil, exportedAt: 200, session),
            ]
        }
        #expect(told == [[], []])
    }
}
