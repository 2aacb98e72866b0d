import Hashing
import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Records are kept in every version, and nothing is stored twice", .ownDatabase)
struct MergeTests {
    private let deliveries = Deliveries()
    private let drafts = Drafts(kind: .breathTest)

    @Test("a first delivery stores every row")
    func stores() async throws {
        let outcome = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a"), BreathTests.draft("b", line: 3)], bytes: "1", session)
        }
        #expect(BreathTests.counts(outcome) == DeliveryCounts(stored: 2, revised: 0, unchanged: 0, rejected: 0))
    }

    @Test("the same bytes again are recognised and change nothing")
    func recognises() async throws {
        let outcome = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a")], bytes: "1", session)
            return try deliveries.deliver([BreathTests.draft("a")], bytes: "1", session)
        }
        #expect(outcome == .known(number: 1))
    }

    @Test("the same bytes exported anew say that their records hold again")
    func reverts() async throws {
        let (outcome, rows) = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a", alcohol: 10)], bytes: "1", exportedAt: 100, session)
            try deliveries.deliver([BreathTests.draft("a", alcohol: 20)], bytes: "2", exportedAt: 200, session)
            let again = try deliveries.deliver(
                [BreathTests.draft("a", alcohol: 10)],
                bytes: "1",
                exportedAt: 300,
                session
            )
            return (again, try BreathTests.history(session))
        }
        #expect(BreathTests.counts(outcome) == DeliveryCounts(stored: 0, revised: 1, unchanged: 0, rejected: 0))
        #expect(rows == ["1:10", "2:20", "3:10*"])
    }

    @Test("the same bytes under an older time of export are a delivery of that time, of a register as of an increment")
    func olderMoment() async throws {
        let (register, increment) = try await OwnDatabase.connection.use { session in
            let whole = Deliveries(kind: .robot, isSnapshot: true)
            let robots = [Drafts(kind: .robot).draft(line: 2, key: "r", ["robot": .text("r")])]
            try whole.deliver(robots, bytes: "whole", exportedAt: 200, session)
            let register = try whole.deliver(robots, bytes: "whole", exportedAt: 100, session)
            try deliveries.deliver([BreathTests.draft("a")], bytes: "1", exportedAt: 200, session)
            return (register, try deliveries.deliver([BreathTests.draft("a")], bytes: "1", exportedAt: 100, session))
        }
        #expect(BreathTests.counts(register) == DeliveryCounts(stored: 0, revised: 0, unchanged: 1, rejected: 0))
        #expect(BreathTests.counts(increment) == DeliveryCounts(stored: 0, revised: 0, unchanged: 1, rejected: 0))
    }

    @Test("the same records in other bytes are unchanged")
    func unchanged() async throws {
        let outcome = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a"), BreathTests.draft("b", line: 3)], bytes: "1", session)
            return try deliveries.deliver(
                [BreathTests.draft("b"), BreathTests.draft("a", line: 3)],
                bytes: "2",
                session
            )
        }
        #expect(BreathTests.counts(outcome) == DeliveryCounts(stored: 0, revised: 0, unchanged: 2, rejected: 0))
    }

    @Test("other content under a known key is a revision, and a return to the first content is a third")
    func revises() async throws {
        let latest = try await OwnDatabase.connection.use { session in
            for (bytes, alcohol) in [("1", 10), ("2", 20), ("3", 10)] {
                try deliveries.deliver([BreathTests.draft("a", alcohol: Int64(alcohol))], bytes: bytes, session)
            }
            return try BreathTests.history(session)
        }
        #expect(latest == ["1:10", "2:20", "3:10*"])
    }

    @Test("two rows of one file under one key are two versions, and the file again in other bytes adds nothing")
    func duplicatesInOneFile() async throws {
        let (first, second, rows) = try await OwnDatabase.connection.use { session in
            let file = [BreathTests.draft("a", line: 2, alcohol: 10), BreathTests.draft("a", line: 3, alcohol: 20)]
            let first = try deliveries.deliver(file, bytes: "1", session)
            let second = try deliveries.deliver(file, bytes: "2", session)
            return (first, second, try BreathTests.history(session))
        }
        #expect(BreathTests.counts(first) == DeliveryCounts(stored: 1, revised: 1, unchanged: 0, rejected: 0))
        #expect(BreathTests.counts(second) == DeliveryCounts(stored: 0, revised: 0, unchanged: 2, rejected: 0))
        #expect(rows == ["1:10", "2:20*"])
    }

    @Test("six identical rows without a number are six records, and known when they come again")
    func identicalRows() async throws {
        let (first, second) = try await OwnDatabase.connection.use { session in
            let nameless = Deliveries(isNamedByContent: true)
            let file = (2...7).map { line in
                drafts.draft(line: Int64(line), key: nil, ["device": .text("A"), "tested_at": .integer(5)])
            }
            let first = try nameless.deliver(file, bytes: "1", session)
            return (first, try nameless.deliver(file.reversed(), bytes: "2", session))
        }
        #expect(BreathTests.counts(first) == DeliveryCounts(stored: 6, revised: 0, unchanged: 0, rejected: 0))
        #expect(BreathTests.counts(second) == DeliveryCounts(stored: 0, revised: 0, unchanged: 6, rejected: 0))
    }

    @Test("an error while reading leaves no trace")
    func rollsBack() async throws {
        struct Broken: Error {}
        let left = try await OwnDatabase.connection.use { session in
            let store = DeliveryStore(tokens: .init(pepper: [1]))
            #expect(throws: Broken.self) {
                try session.transaction { session in
                    try store.take(deliveries.header(bytes: "1", exportedAt: nil), session) { sink, writer in
                        try sink.record(BreathTests.draft("a"), to: &writer)
                        throw Broken()
                    }
                }
            }
            return try session.run(
                "SELECT (SELECT count(*) FROM docket.breath_test) + (SELECT count(*) FROM docket.delivery)"
            )
            .single { row in try row.integer(0) }
        }
        #expect(left == 0)
    }

    @Test("what readers see of a record gives its personal data away to nobody without the key")
    func hashIsKeyed() async throws {
        let personal = drafts.draft(
            line: 2,
            key: "a",
            [
                "device": .text("D"), "tested_at": .integer(1_000_000),
                "person_id": .personal("430802190001010013", "430802********0013"),
            ]
        )
        let hashes = try await OwnDatabase.connection.use { session in
            for pepper in ["one", "two"] {
                try Deliveries(pepper: pepper).deliver([personal], bytes: pepper, session)
                try session.run("DELETE FROM docket.key_mark WHERE region = 430800")
            }
            return try session.run("SELECT content_hash FROM docket.breath_test ORDER BY revision")
                .map { row in try row.bytes(0) }
        }
        #expect(Set(hashes).count == 2)
    }

    @Test("with another key than before nothing is taken in: old and new records would not match")
    func otherKey() async throws {
        try await OwnDatabase.connection.use { session in
            try Deliveries(pepper: "one").deliver([BreathTests.draft("a")], bytes: "1", session)
            #expect(throws: KeyMismatch.self) {
                try Deliveries(pepper: "two").deliver([BreathTests.draft("b")], bytes: "2", session)
            }
            let again = try Deliveries(pepper: "one").deliver([BreathTests.draft("b")], bytes: "2", session)
            #expect(BreathTests.counts(again)?.stored == 1)
        }
    }
}
