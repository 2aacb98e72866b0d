import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("A file that could not be read and came anew under its name holds nothing back", .ownDatabase)
struct ReplacedFileTests {
    /// An export, in the order in which they come.
    struct Export: Sendable {
        var name = "tests.csv"
        var bytes: String
        var hour: Int64 = 2
        var isReadable = true
        /// Minutes until it is received.
        var received: Int64 = 0
    }

    private static let broken = Export(bytes: "2", isReadable: false)

    /// Until which hour the feed is complete after a sound export of the first hour and these, which files wait for a
    /// person, and how many deliveries hold the feed back by the view of the auditor and the letter.
    private func outcome(
        _ exports: [Export],
        repeats rule: RepetitionRule? = nil
    ) async throws -> (hour: Int64?, waiting: [Int64], holding: [Int64]) {
        try await OwnDatabase.connection.use { session in
            for export in [Export(name: "first.csv", bytes: "1", hour: 1)] + exports {
                var deliveries = Deliveries()
                (deliveries.fileName, deliveries.repetition) = (export.name, rule)
                deliveries.receivedAt = Instant(microseconds: 1_700_000_000_000_000).adding(
                    seconds: export.received * 60
                )
                let at = export.hour * 3600
                if export.isReadable {
                    let row = BreathTests.draft("\(export.bytes)")
                    try deliveries.deliver([row], bytes: export.bytes, exportedAt: at, session)
                } else {
                    try deliveries.refuse(bytes: export.bytes, because: "cut off", exportedAt: at, session)
                }
            }
            let until = try session.run("SELECT complete_until FROM docket.feed").single { try $0.optionalInstant(0) }
            let files = try RejectionQuery.files(
                RejectionFilter(),
                passing: rule == .pass ? ["tests"] : [],
                region: 430_800,
                session
            )
            let view = try session.run("SELECT holding FROM docket.feed_overview").single { try $0.integer(0) }
            let letter = try DigestStore.feeds(region: 430_800, session).map(\.holding)
            return (until.map { $0 / 3_600_000_000 }, files.map(\.delivery), [view] + letter)
        }
    }

    @Test("once another file of its name and moment was read")
    func replaced() async throws {
        let (hour, waiting, holding) = try await outcome([Self.broken, Export(bytes: "3", received: 5)])
        #expect(hour == 2)
        #expect(waiting.isEmpty)
        #expect(holding == [0, 0])
    }

    @Test(
        "but not for one of another name, of another moment, or that came before it",
        arguments: [
            Export(name: "other.csv", bytes: "3", received: 5), Export(bytes: "3", hour: 3, received: 5),
            Export(bytes: "3", received: -5),
        ]
    )
    func other(_ export: Export) async throws {
        let (hour, waiting, holding) = try await outcome([Self.broken, export])
        #expect(hour == 1)
        #expect(waiting == [2])
        #expect(holding == [1, 1])
    }

    @Test("nor for one with the bytes of an earlier export", arguments: [RepetitionRule.doubt, .pass])
    func repetition(rule: RepetitionRule) async throws {
        let again = Export(bytes: "1", received: 5)
        let (hour, waiting, _) = try await outcome([Self.broken, again], repeats: rule)
        #expect(hour == 1)
        #expect(waiting == (rule == .doubt ? [2, 3] : [2]))
    }
}
