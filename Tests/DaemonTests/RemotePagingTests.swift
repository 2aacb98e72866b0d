import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import Synchronization
import TestSupport
import Testing
import Transport
import Vendor

@Suite("A feed over HTTP that comes in pages", .ownDatabase)
struct RemotePagingTests {
    private static let completeUntil = "SELECT (complete_until AT TIME ZONE 'UTC')::text FROM docket.feed"

    /// Ten pages of two rows each, told by a cursor within them; the last has none.
    private static func cursorAnswer(_ call: ScriptedServer.Call, pages: Int = 10) -> [ScriptedServer.Act] {
        let number = call["cursor"].flatMap { Int($0) } ?? 0
        let more = number + 1 < pages ? #","meta":{"next":"\#(number + 1)"}"# : #","meta":{"next":null}"#
        return [.answer(RemotePage.rows([2 * number, 2 * number + 1], more))]
    }

    private static let cursor = HTTPPaging.cursor(path: ["meta", "next"], parameter: "cursor")

    @Test("follows a cursor page by page, and looks only at the last page again")
    func cursor() async throws {
        let server = try ScriptedServer { Self.cursorAnswer($0) }
        let house = try await House.remote(RemotePage.source(server, "/tests?size=2", Self.cursor)) {
            $0.exportMoment = .requestTime
        }
        #expect(try await house.poll() == (10, nil))
        #expect(try await house.stored().count == 20)
        #expect(try await house.poll() == (0, nil))
        #expect(server.calls.map { $0["cursor"] } == [nil] + (1...9).map(String.init) + ["9"])
        #expect(server.calls.allSatisfy { $0["size"] == "2" })
        #expect(try await house.texts(Self.completeUntil) == ["2025-12-31 16:53:20"])
    }

    @Test("a page that breaks off is not taken, and the next poll goes on with just that one")
    func brokenOff() async throws {
        let isMended = Atomic(false)
        let server = try ScriptedServer { call in
            guard call["cursor"] == "4", !isMended.load(ordering: .relaxed) else { return Self.cursorAnswer(call) }
            return [.text("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + RemotePage.rows(8...9)), .close]
        }
        let source = try RemotePage.source(server, "/", Self.cursor)
        let house = try await House.remote(source)
        let poll = try await house.poll()
        #expect(poll.taken == 4)
        #expect(poll.trouble?.contains("the transfer broke off") == true)
        isMended.store(true, ordering: .relaxed)
        // Another process does not wait out the pause of this one.
        let again = try house.passes { _ in }
        var looks = SettlingFiles()
        let now = Instant(microseconds: 1_767_200_000_000_000)
        let rest = try await again.intake(house.feed("remote"), looks: &looks, now: now, clock: now, report: { _ in })
        #expect(rest == IntakePass.Poll(taken: 6))
        #expect(try await house.stored() == (0..<20).map(String.init))
        #expect(server.calls.map { $0["cursor"] } == [nil, "1", "2", "3", "4", "4", "5", "6", "7", "8", "9"])
        #expect(
            try FileManager.default.contentsOfDirectory(
                atPath: house.configuration.stateDirectory + "/archive/incoming"
            ).isEmpty
        )
    }

    @Test("numbered pages are asked for until one is empty; the last may grow")
    func pages() async throws {
        let rows = Mutex(5)
        let server = try ScriptedServer { call in
            let number = call["page"].flatMap { Int($0) } ?? 0
            return [.answer(RemotePage.rows((0..<rows.withLock { $0 }).dropFirst((number - 1) * 2).prefix(2)))]
        }
        let house = try await House.remote(RemotePage.source(server, "/", .page(parameter: "page", first: 1)))
        #expect(try await house.poll() == (3, nil))
        rows.withLock { $0 = 8 }
        #expect(try await house.poll() == (2, nil))
        #expect(try await house.poll() == (0, nil))
        #expect(try await house.stored() == (0..<8).map(String.init))
        #expect(server.calls.map { $0["page"] } == ["1", "2", "3", "4", "3", "4", "5", "4", "5"])
    }

    @Test("windows of time follow each other without a gap, each once it is over, and prove the feed complete")
    func windows() async throws {
        let server = try ScriptedServer { call in
            [.answer(RemotePage.rows([Int(call["from"]?.suffix(8).prefix(2) ?? "") ?? -1]))]
        }
        let start = Instant(microseconds: 1_767_196_800_000_000)
        let paging = HTTPPaging.window(
            HTTPPaging.TimeWindow(
                since: "from",
                until: "to",
                length: 3600,
                start: start,
                lag: 600,
                format: try #require(WrittenTime("yyyy-MM-dd HH:mm:ss")),
                zone: "Asia/Shanghai"
            )
        )
        let house = try await House.remote(RemotePage.source(server, "/", paging)) { $0.exportMoment = .windowEnd }
        #expect(try await house.poll(at: start.adding(seconds: 3 * 3600 + 599)) == (2, nil))
        #expect(try await house.poll(at: start.adding(seconds: 3 * 3600 + 600)) == (1, nil))
        #expect(server.calls.map { $0["from"] } == (0...2).map { "2026-01-01 0\($0):00:00" })
        #expect(server.calls.map { $0["to"] } == (1...3).map { "2026-01-01 0\($0):00:00" })
        #expect(try await house.texts(Self.completeUntil) == ["2025-12-31 19:00:00"])
        #expect(try await house.stored() == ["0", "1", "2"])
    }

    @Test("a link to the next page is followed on the same server, and nowhere else")
    func links() async throws {
        let stranger = try ScriptedServer { _ in [.answer(RemotePage.rows([99]))] }
        let server = try ScriptedServer { call in
            switch call.query {
            case "": [.answer(RemotePage.rows([0]), headers: ["Link: </?p=1>; rel=\"next\", </>; rel=first"])]
            case "p=1": [.answer(RemotePage.rows([1]), headers: ["Link: <\(stranger.url())>; rel=next"])]
            default: [.close]
            }
        }
        let house = try await House.remote(RemotePage.source(server, "/", .link))
        let poll = try await house.poll()
        #expect(poll.taken == 1)
        #expect(poll.trouble?.contains("another server") == true)
        #expect(stranger.calls.isEmpty)
        #expect(try await house.stored() == ["0"])
    }
}
