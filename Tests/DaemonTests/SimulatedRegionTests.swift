import Daemon
import Foundation
import Settings
import Simulation
import TestSupport
import Testing

@Suite("A simulated prefecture through the passes", .ownDatabase, .serialized)
struct SimulatedRegionTests {
    /// The prefecture's own size with `DOCKET_TEST_SCALE=1`.
    private static let scale =
        ProcessInfo.processInfo.environment["DOCKET_TEST_SCALE"].flatMap { Double($0) } ?? 0.05

    @Test("every planted trouble is found, and nothing else is raised", arguments: 1...UInt64(5))
    func score(seed: UInt64) async throws {
        let region = try await SimulatedRegion(seed: seed, days: 14, scale: Self.scale)
        try await region.intake()
        try await region.house.review(now: region.now)
        let score = try await region.score()
        #expect(score.planted > 0 && score.found == score.planted)
        #expect(score.missedSubjects == [])
        #expect(score.falseSubjects == [])
    }

    @Test("file by file with a review after each, it comes to the same as all at once")
    func stepByStep() async throws {
        let region = try await SimulatedRegion(seed: 7, days: 8, scale: 0.02)
        try await region.house.review(now: region.now)
        for feed in region.house.configuration.feeds.shuffled() {
            try await region.house.intake(feed.name, now: region.now)
            try await region.house.review(now: region.now)
        }
        let stepwise = try await Verdict(of: region.house)
        let outcome = try await region.house.review(now: region.now, scope: .full)
        #expect(outcome.wasFull)
        #expect(stepwise.differences(from: try await Verdict(of: region.house)) == [])
        #expect(try await region.score().missed == 0)
        #expect(try await region.score().falseAlarms == 0)
    }

    @Test("a full review that finds nothing new writes no row again")
    func writesNothing() async throws {
        let region = try await SimulatedRegion(seed: 3, days: 8, scale: 0.02)
        try await region.intake()
        try await region.house.review(now: region.now)
        let rows = """
            SELECT 'stop ' || key || ' ' || ctid::text || xmin::text FROM docket.stop
            UNION ALL SELECT 'test ' || test || ' ' || ctid::text || xmin::text FROM docket.stop_test
            UNION ALL SELECT 'link ' || stop || record || ' ' || ctid::text || xmin::text FROM docket.link
            UNION ALL SELECT 'finding ' || check_id || subject || ' ' || ctid::text || xmin::text FROM docket.finding
            UNION ALL SELECT 'alert ' || number || ' ' || ctid::text || xmin::text FROM docket.alert
            ORDER BY 1
            """
        let before = try await region.house.texts(rows)
        #expect(before.count > 100)
        let outcome = try await region.house.review(now: region.now, scope: .full)
        #expect(outcome.wasFull)
        #expect(try await region.house.texts(rows) == before)
    }

    @Test("everything delivered again, under other names and in other bytes, changes nothing")
    func again() async throws {
        let region = try await SimulatedRegion(seed: 1, days: 8, scale: 0.05)
        let house = region.house
        #expect(try await region.intake() > 0)
        try await house.review(now: region.now)
        let before = try await Verdict(of: house)
        let events = try await house.texts("SELECT count(*)::text FROM docket.alert_event")
        let deliveries = try await house.texts("SELECT max(number)::text FROM docket.delivery")

        try region.layAgain { $0 }
        #expect(try await region.intake() == 0, "the same bytes are no new delivery")
        #expect(try await house.texts("SELECT max(number)::text FROM docket.delivery") == deliveries)

        try region.layAgain(Self.otherBytes)
        let taken = try await region.intake()
        #expect(taken > 0)
        let news = try await house.texts(
            """
            SELECT concat_ws(' ', feed, file_name, stored, revised) FROM docket.delivery
            WHERE number > \(deliveries[0]) AND stored + revised > 0
            """
        )
        #expect(news == [])
        #expect(
            try await house.texts(
                "SELECT number::text FROM docket.delivery WHERE read <> stored + revised + unchanged + rejected"
            ) == []
        )
        let outcome = try await house.review(now: region.now)
        #expect(outcome.opened + outcome.updated + outcome.closed + outcome.reopened == 0)
        #expect(try await Verdict(of: house).differences(from: before) == [])
        #expect(try await house.texts("SELECT count(*)::text FROM docket.alert_event") == events)
    }

    /// The rows in the opposite order, where the file has only plain rows; else a line end more.
    private static func otherBytes(_ bytes: [UInt8]) -> [UInt8] {
        let end: [UInt8] = bytes.contains(13) ? [13, 10] : [10]
        var lines = bytes.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }
        guard !bytes.contains(UInt8(ascii: "\"")), let header = lines.first else { return bytes + end }
        lines = [header] + lines.dropFirst().reversed()
        return lines.flatMap { $0 + end }
    }
}
