import Daemon
import Model
import Settings
import TestSupport
import Testing

@Suite("A new column is taken and named, or the delivery is set aside, as the feed says", .ownDatabase)
struct FeedContractTests {
    private let now = Instant(microseconds: 1_764_038_919_000_000)
    private static let health = "SELECT coalesce(health, 'none') FROM docket.feed_overview WHERE feed = 'robot'"

    private func house(_ unknown: FeedDefinition.UnknownColumns) async throws -> House {
        let house = try await House.plain { configuration in
            for index in configuration.feeds.indices { configuration.feeds[index].unknownColumns = unknown }
        }
        let plain = PlainTable(.robot, [["robot": "R1"]]).text.split(separator: "\r\n")
        let text = "\(plain[0]),colour\r\n\(plain[1]),red\r\n"
        try house.folder.write(text, to: "in/robot/robot_20251125080000.csv")
        try await house.intake("robot", now: now)
        return house
    }

    @Test("evolve")
    func evolves() async throws {
        let house = try await house(.evolve)
        #expect(try await house.texts("SELECT key FROM docket.robot") == ["R1"])
        #expect(try await house.texts(Self.health) == ["新列 / new columns: colour"])
        #expect(try await house.passes.status().feeds.flatMap(\.symptoms) == ["新列 / new columns: colour"])
    }

    @Test("refuse")
    func refuses() async throws {
        let house = try await house(.refuse)
        #expect(try await house.texts("SELECT key FROM docket.robot") == [])
        #expect(try await house.texts("SELECT unreadable FROM docket.delivery").first?.contains("colour") == true)
    }
}
