import Daemon
import Model
import Store
import TestSupport
import Testing

@Suite("A delivery nothing can be read of has an alert of its own until somebody has seen to it", .ownDatabase)
struct SetAsideAlertTests {
    private let now = Instant(microseconds: 1_764_038_919_000_000)
    private static let standing = """
        SELECT subject || ' ' || open || ' ' || unit || coalesce(' ' || closed_because, '') || ' ' || retrospective
        FROM docket.alert WHERE check_id = 'delivery-set-aside' ORDER BY number
        """
    private static let steps = "SELECT event FROM docket.alert_event ORDER BY number, sequence"

    private func later(_ days: Int64) -> Instant { now.adding(seconds: days * 86_400) }

    @Test("it opens at the poll, once however often that looks, and closes when the delivery is discarded")
    func life() async throws {
        let house = try await House.plain()
        try house.folder.write("no header\nof ours\n", to: "in/robot/robot_20251125090000.csv")
        try await house.intake("robot", now: now)
        try await house.intake("robot", now: later(1))
        #expect(try await house.texts(Self.standing) == ["robot/1 true 430800000000 false"])
        #expect(try await house.texts("SELECT title_zh FROM docket.alert_overview") == ["交付被搁置，无法读取"])
        let status = try await house.passes.status()
        let alert = try #require(status.open.first)
        #expect(try await house.passes.explanation(of: alert.number)?.alert.subject == "robot/1")
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

    @Test("a back-run marks it retrospective; reading the same bytes after all closes it")
    func replayed() async throws {
        let house = try await House.plain()
        try house.folder.write("no header\nof ours\n", to: "in/robot/robot_20201125090000.csv")
        try await house.intake("robot", now: now)
        #expect(try await house.texts(Self.standing) == ["robot/1 true 430800000000 true"])
        _ = try await house.texts(
            """
            INSERT INTO docket.delivery (region, number, feed, kind, sha256, file_name, bytes, exported_at, received_at,
                read, stored, revised, unchanged, rejected)
            SELECT region, 99, feed, kind, sha256, file_name, bytes, exported_at, received_at, 0, 0, 0, 0, 0
            FROM docket.delivery RETURNING feed
            """
        )
        try await house.intake("robot", now: later(1))
        #expect(try await house.texts(Self.standing) == ["robot/1 false 430800000000 evidence true"])
    }
}
