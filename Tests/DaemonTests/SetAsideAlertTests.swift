import Daemon
import Feeds
import Model
import Settings
import Store
import TestSupport
import Testing

@Suite("A delivery that breaks its reader has an alert of its own until somebody has seen to it", .ownDatabase)
struct SetAsideAlertTests {
    private let now = Instant(microseconds: 1_764_038_919_000_000)
    private static let standing = """
        SELECT subject || ' ' || open || ' ' || unit || coalesce(' ' || closed_because, '') || ' ' || retrospective
        FROM docket.alert WHERE check_id = 'delivery-set-aside' ORDER BY number
        """
    private static let steps = "SELECT event FROM docket.alert_event ORDER BY number, sequence"

    private func later(_ days: Int64) -> Instant { now.adding(seconds: days * 86_400) }

    private func sighting(_ number: String) -> String {
        PlainTable(.robot, [["robot": number, "status": "in_service"]]).text
    }

    /// Takes what lies in the robots' folder with a reader that dies of every file.
    private func takeAndDie(_ house: House, now: Instant) async throws {
        let path = try house.folder.script("kill -SEGV $$", to: "dies")
        let passes = try Passes(
            house.configuration,
            connection: house.passes.connection,
            reading: .process(program: path)
        )
        var looks = SettlingFiles()
        let rested = Instant(microseconds: 4_102_444_800_000_000)
        _ = try await passes.intake(house.feed("robot"), looks: &looks, now: now, clock: rested, report: { _ in })
    }

    @Test("it opens at the poll, once however often that looks, and closes when the delivery is discarded")
    func life() async throws {
        let house = try await House.plain()
        try house.folder.write(sighting("R1"), to: "in/robot/robot_20251125090000.csv")
        try await takeAndDie(house, now: now)
        try await takeAndDie(house, now: later(1))
        #expect(try await house.texts(Self.standing) == ["robot/1 true 430800000000 false"])
        #expect(try await house.texts("SELECT unreadable_cause FROM docket.delivery") == ["crash"])
        #expect(
            try await house.texts("SELECT title_zh FROM docket.alert_overview")
                == [IntakeRule.deliverySetAside.titleChinese]
        )
        let status = try await house.passes.status()
        let alert = try #require(status.open.first)
        let explanation = try #require(try await house.passes.explanation(of: alert.number))
        #expect(explanation.facts.english.contains("robot_20251125090000.csv (delivery robot/1, SHA-256 "))
        let letter = try await house.passes.report(now: later(1)).digest
        #expect(letter.text.contains(IntakeRule.deliverySetAside.titleChinese))
        #expect(letter.text.contains("收到文件 robot_20251125090000.csv"))
        _ = try await house.texts(
            """
            UPDATE docket.delivery SET released_at = '2025-11-26', released_by = 'x', released_because = 'y', holds_back = false
            RETURNING feed
            """
        )
        try await house.intake("robot", now: later(2))
        #expect(try await house.texts(Self.standing) == ["robot/1 false 430800000000 evidence false"])
        #expect(try await house.texts(Self.steps) == ["opened", "closed"])
        #expect(
            try await house.texts("SELECT evidence -> 'delivery' ->> 'fate' FROM docket.alert") == ["discarded"]
        )
    }

    @Test("an old export's is retrospective; reading the same bytes after all closes it")
    func replayed() async throws {
        let house = try await House.plain()
        try house.folder.write(sighting("R1"), to: "in/robot/robot_20201125090000.csv")
        try await takeAndDie(house, now: now)
        #expect(try await house.texts(Self.standing) == ["robot/1 true 430800000000 true"])
        try house.folder.write(sighting("R1"), to: "in/robot/robot_20201125100000.csv")
        try await house.intake("robot", now: later(1))
        #expect(try await house.texts(Self.standing) == ["robot/1 false 430800000000 evidence true"])
        #expect(try await house.texts("SELECT evidence -> 'delivery' ->> 'fate' FROM docket.alert") == ["replayed"])
    }

    @Test("of a register a later whole export supersedes it")
    func superseded() async throws {
        let house = try await House.plain { configuration in
            for index in configuration.feeds.indices where configuration.feeds[index].name == "robot" {
                configuration.feeds[index].contents = .snapshot
            }
        }
        try house.folder.write(sighting("R1"), to: "in/robot/robot_20251125090000.csv")
        try await takeAndDie(house, now: now)
        #expect(try await house.texts(Self.standing) == ["robot/1 true 430800000000 false"])
        try house.folder.write(sighting("R2"), to: "in/robot/robot_20251125100000.csv")
        try await house.intake("robot", now: later(1))
        #expect(try await house.texts(Self.standing) == ["robot/1 false 430800000000 evidence false"])
        #expect(try await house.texts("SELECT evidence -> 'delivery' ->> 'fate' FROM docket.alert") == ["superseded"])
    }

    @Test("of a feed that is set up no more it closes all the same")
    func removed() async throws {
        let house = try await House.plain()
        try house.folder.write(sighting("R1"), to: "in/robot/robot_20251125090000.csv")
        try await takeAndDie(house, now: now)
        _ = try await house.passes.discard(
            RejectionFilter(delivery: 1),
            because: "came by hand",
            by: "a person",
            now: later(1)
        )
        let others = try house.passes { $0.feeds.removeAll { $0.name == "robot" } }
        var looks = SettlingFiles()
        let camera = try house.feed("camera")
        _ = try await others.intake(camera, looks: &looks, now: later(1), clock: later(1), report: { _ in })
        #expect(try await house.texts(Self.standing) == ["robot/1 false 430800000000 evidence false"])
    }

    @Test("a file that is merely unreadable holds its feed back, and raises none")
    func unreadable() async throws {
        let house = try await House.plain()
        try house.folder.write("no header\nof ours\n", to: "in/robot/robot_20251125090000.csv")
        try await house.intake("robot", now: now)
        #expect(try await house.texts("SELECT unreadable_cause FROM docket.delivery") == ["missing_columns"])
        #expect(try await house.texts(Self.standing).isEmpty)
    }
}
