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

@Suite("A feed over HTTP", .ownDatabase)
struct RemoteHTTPTests {
    private static let completeUntil = "SELECT (complete_until AT TIME ZONE 'UTC')::text FROM docket.feed"

    /// A page with these record numbers.
    private static func page(_ numbers: some Sequence<Int>, _ more: String = "") -> String {
        let rows = numbers.map { #"{"device":"D1","record_no":"\#($0)","tested_at":"2025-12-01 10:00:00"}"# }
        return #"{"data":[\#(rows.joined(separator: ","))]\#(more)}"#
    }

    private static func http(_ server: ScriptedServer, _ target: String = "/tests", _ paging: HTTPPaging = .none) throws
        -> FeedSource
    {
        .http(HTTPSource(try #require(Address(server.url(target))), paging: paging))
    }

    @Test("takes what comes in one piece once, and asks for it only if it is another")
    func whole() async throws {
        let server = try ScriptedServer { call in
            call.headers["if-none-match"] == "\"a\""
                ? [.text("HTTP/1.1 304 Not Modified\r\n\r\n")] : [.answer(Self.page(1...3), headers: ["ETag: \"a\""])]
        }
        let house = try await House.remote(Self.http(server))
        #expect(try await house.poll() == (1, nil))
        #expect(try await house.poll() == (0, nil))
        #expect(try await house.stored() == ["1", "2", "3"])
        // Another process remembers as well.
        let again = try house.passes { _ in }
        var looks = SettlingFiles()
        let now = Instant(microseconds: 1_767_200_000_000_000)
        _ = try await again.intake(house.feed("remote"), looks: &looks, now: now, clock: now, report: { _ in })
        #expect(server.calls.map { $0.headers["if-none-match"] } == [nil, "\"a\"", "\"a\""])
    }

    @Test("a fault of the feed's own definition is its trouble, and the page is asked for again once it is mended")
    func definition() async throws {
        let server = try ScriptedServer { _ in [.answer(Self.page(1...3))] }
        let house = try await House.remote(Self.http(server)) { feed in
            feed.columns.append(ColumnMapping(field: "alcohol", columns: ["value"], unit: "furlong"))
        }
        let poll = try await house.poll()
        #expect(poll.taken == 0)
        #expect(poll.trouble?.contains("furlong") == true)
        #expect(try await house.texts("SELECT coalesce(trouble, '') FROM docket.feed") == [poll.trouble])
        #expect(try await house.texts("SELECT mark FROM docket.source_file").isEmpty)
    }

    /// Ten pages of two rows each, told by a cursor within them; the last has none.
    @Test("what came and could not be stored comes again, though the server would say that it is as it was")
    func notStored() async throws {
        let server = try ScriptedServer { call in
            call.headers["if-none-match"] == "\"a\""
                ? [.text("HTTP/1.1 304 Not Modified\r\n\r\n")] : [.answer(Self.page(1...3), headers: ["ETag: \"a\""])]
        }
        let house = try await House.remote(Self.http(server)) { $0.exportMoment = .requestTime }
        try await house.withoutTests { await #expect(throws: DatabaseError.self) { try await house.poll() } }
        #expect(try await house.poll() == (1, nil))
        #expect(try await house.stored() == ["1", "2", "3"])
    }

    private static func cursorAnswer(_ call: ScriptedServer.Call, pages: Int = 10) -> [ScriptedServer.Act] {
        let number = call["cursor"].flatMap { Int($0) } ?? 0
        let more = number + 1 < pages ? #","meta":{"next":"\#(number + 1)"}"# : #","meta":{"next":null}"#
        return [.answer(page([2 * number, 2 * number + 1], more))]
    }

    private static let cursor = HTTPPaging.cursor(path: ["meta", "next"], parameter: "cursor")

    @Test("follows a cursor page by page, and looks only at the last page again")
    func cursor() async throws {
        let server = try ScriptedServer { Self.cursorAnswer($0) }
        let house = try await House.remote(Self.http(server, "/tests?size=2", Self.cursor)) {
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
            return [.text("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + Self.page(8...9)), .close]
        }
        let source = try Self.http(server, "/", Self.cursor)
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

    @Test("after a fault the source is left alone, and the trouble stays told")
    func pause() async throws {
        let server = try ScriptedServer { _ in [.answer("", status: "429 Busy", headers: ["Retry-After: 600"])] }
        let house = try await House.remote(Self.http(server))
        for _ in 0..<3 {
            let poll = try await house.poll()
            #expect(poll.trouble?.contains("asks for patience") == true)
        }
        #expect(server.calls.count == 1)
    }

    @Test("a run until all is drained waits for a server that fails for a moment, and for no other")
    func drained() async throws {
        let now = Instant(microseconds: 1_767_200_000_000_000)
        let failing = try ScriptedServer { call in
            call.number == 0 ? [.answer("", status: "500 Oh")] : [.answer(Self.page(1...3))]
        }
        let house = try await House.remote(Self.http(failing))
        let outcome = try await Drain(house.passes).run(now: now, clock: { now }, report: { _ in })
        #expect(outcome.faults == [] && outcome.deliveries == 1)
        #expect(try await house.stored() == ["1", "2", "3"])
        let refusing = try ScriptedServer { _ in [.answer("", status: "403 No")] }
        let other = try await House.remote(Self.http(refusing))
        let refused = try await Drain(other.passes).run(now: now, clock: { now }, report: { _ in })
        #expect(refused.faults.count == 1 && refusing.calls.count == 1)
    }

    @Test("numbered pages are asked for until one is empty; the last may grow")
    func pages() async throws {
        let rows = Mutex(5)
        let server = try ScriptedServer { call in
            let number = call["page"].flatMap { Int($0) } ?? 0
            return [.answer(Self.page((0..<rows.withLock { $0 }).dropFirst((number - 1) * 2).prefix(2)))]
        }
        let house = try await House.remote(Self.http(server, "/", .page(parameter: "page", first: 1)))
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
            [.answer(Self.page([Int(call["from"]?.suffix(8).prefix(2) ?? "") ?? -1]))]
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
        let house = try await House.remote(Self.http(server, "/", paging)) { $0.exportMoment = .windowEnd }
        #expect(try await house.poll(at: start.adding(seconds: 3 * 3600 + 599)) == (2, nil))
        #expect(try await house.poll(at: start.adding(seconds: 3 * 3600 + 600)) == (1, nil))
        #expect(server.calls.map { $0["from"] } == (0...2).map { "2026-01-01 0\($0):00:00" })
        #expect(server.calls.map { $0["to"] } == (1...3).map { "2026-01-01 0\($0):00:00" })
        #expect(try await house.texts(Self.completeUntil) == ["2025-12-31 19:00:00"])
        #expect(try await house.stored() == ["0", "1", "2"])
    }

    @Test("a link to the next page is followed on the same server, and nowhere else")
    func links() async throws {
        let stranger = try ScriptedServer { _ in [.answer(Self.page([99]))] }
        let server = try ScriptedServer { call in
            switch call.query {
            case "": [.answer(Self.page([0]), headers: ["Link: </?p=1>; rel=\"next\", </>; rel=first"])]
            case "p=1": [.answer(Self.page([1]), headers: ["Link: <\(stranger.url())>; rel=next"])]
            default: [.close]
            }
        }
        let house = try await House.remote(Self.http(server, "/", .link))
        let poll = try await house.poll()
        #expect(poll.taken == 1)
        #expect(poll.trouble?.contains("another server") == true)
        #expect(stranger.calls.isEmpty)
        #expect(try await house.stored() == ["0"])
    }

    @Test("a page for people in place of data is told, and is no delivery")
    func webPage() async throws {
        let server = try ScriptedServer { _ in
            [.answer("<html>login", headers: ["Content-Type: text/html; charset=utf-8"])]
        }
        let house = try await House.remote(Self.http(server))
        #expect(try await house.poll().trouble?.contains("a web page came instead") == true)
        #expect(try await house.texts("SELECT sha256::text FROM docket.delivery").isEmpty)
    }

    @Test("a token is read from its file, sent, and shown nowhere")
    func secrets() async throws {
        let server = try ScriptedServer { _ in [.answer("", status: "401 Unauthorized")] }
        let folder = try TemporaryFolder()
        try folder.write("hush-hush\n", to: "token")
        let house = try await House.remote(
            .http(
                HTTPSource(
                    try #require(Address(server.url("/x?key=also-hush"))),
                    authentication: .bearer(file: folder.path + "/token")
                )
            )
        )
        let trouble = try #require(try await house.poll().trouble)
        #expect(server.calls.map { $0.headers["authorization"] } == ["Bearer hush-hush"])
        #expect(trouble.contains("401") && !trouble.contains("hush"))
        try FileManager.default.removeItem(atPath: folder.path + "/token")
        let again = try house.passes { _ in }
        var looks = SettlingFiles()
        let now = Instant(microseconds: 1_767_200_000_000_000)
        let poll = try await again.intake(house.feed("remote"), looks: &looks, now: now, clock: now, report: { _ in })
        #expect(poll.trouble?.contains("the credential cannot be read") == true)
    }
}
