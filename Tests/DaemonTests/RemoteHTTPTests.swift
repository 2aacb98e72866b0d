import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import TestSupport
import Testing
import Transport
import Vendor

@Suite("A feed over HTTP", .ownDatabase)
struct RemoteHTTPTests {
    @Test("takes what comes in one piece once, and asks for it only if it is another")
    func whole() async throws {
        let server = try ScriptedServer { call in
            call.headers["if-none-match"] == "\"a\""
                ? [.text("HTTP/1.1 304 Not Modified\r\n\r\n")]
                : [.answer(RemotePage.rows(1...3), headers: ["ETag: \"a\""])]
        }
        let house = try await House.remote(RemotePage.source(server))
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

    @Test("a register that is as it was confirms what it lacks, once, as a second export would")
    func confirmed() async throws {
        let server = try ScriptedServer { call in
            switch call.number {
            case 0: [.answer(RemotePage.rows(1...3), headers: ["ETag: \"a\""])]
            case 1: [.answer(RemotePage.rows(1...2), headers: ["ETag: \"b\""])]
            default: [.text("HTTP/1.1 304 Not Modified\r\n\r\n")]
            }
        }
        let house = try await House.remote(RemotePage.source(server)) { feed in
            feed.contents = .snapshot
            feed.exportMoment = .requestTime
            feed.shrinkage.mostPercent = 50
        }
        let start = Instant(microseconds: 1_767_200_000_000_000)
        var told: [[String]] = []
        for poll in 0..<5 {
            #expect(try await house.poll(at: start.adding(seconds: Int64(poll) * 60)).trouble == nil)
            told.append(
                try await house.texts(
                    "SELECT state || ' ' || coalesce(confirmed_at - missed_at, '0')::text FROM docket.vanished_record"
                )
            )
        }
        #expect(told == [[], ["missed 00:00:00"]] + Array(repeating: ["vanished 00:01:00"], count: 3))
        #expect(try await house.texts("SELECT count(*)::text FROM docket.snapshot") == ["3"])
    }

    @Test("a fault of the feed's own definition is its trouble, and the page is asked for again once it is mended")
    func definition() async throws {
        let server = try ScriptedServer { _ in [.answer(RemotePage.rows(1...3))] }
        let house = try await House.remote(RemotePage.source(server)) { feed in
            feed.columns.append(ColumnMapping(field: "alcohol", columns: ["value"], unit: "furlong"))
        }
        let poll = try await house.poll()
        #expect(poll.taken == 0)
        #expect(poll.trouble?.contains("furlong") == true)
        #expect(try await house.texts("SELECT coalesce(trouble, '') FROM docket.feed") == [poll.trouble])
        #expect(try await house.texts("SELECT mark FROM docket.source_file").isEmpty)
    }

    @Test("what came and could not be stored comes again, though the server would say that it is as it was")
    func notStored() async throws {
        let server = try ScriptedServer { call in
            call.headers["if-none-match"] == "\"a\""
                ? [.text("HTTP/1.1 304 Not Modified\r\n\r\n")]
                : [.answer(RemotePage.rows(1...3), headers: ["ETag: \"a\""])]
        }
        let house = try await House.remote(RemotePage.source(server)) { $0.exportMoment = .requestTime }
        try await house.withoutTests { await #expect(throws: DatabaseError.self) { try await house.poll() } }
        #expect(try await house.poll() == (1, nil))
        #expect(try await house.stored() == ["1", "2", "3"])
    }

    @Test("after a fault the source is left alone, and the trouble stays told")
    func pause() async throws {
        let server = try ScriptedServer { _ in [.answer("", status: "429 Busy", headers: ["Retry-After: 600"])] }
        let house = try await House.remote(RemotePage.source(server))
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
            call.number == 0 ? [.answer("", status: "500 Oh")] : [.answer(RemotePage.rows(1...3))]
        }
        let house = try await House.remote(RemotePage.source(failing))
        let outcome = try await Drain(house.passes).run(now: now, clock: { now }, report: { _ in })
        #expect(outcome.faults == [] && outcome.deliveries == 1)
        #expect(try await house.stored() == ["1", "2", "3"])
        let refusing = try ScriptedServer { _ in [.answer("", status: "403 No")] }
        let other = try await House.remote(RemotePage.source(refusing))
        let refused = try await Drain(other.passes).run(now: now, clock: { now }, report: { _ in })
        #expect(refused.faults.count == 1 && refusing.calls.count == 1)
    }

    @Test("a page for people in place of data is told, and is no delivery")
    func webPage() async throws {
        let server = try ScriptedServer { _ in
            [.answer("<html>login", headers: ["Content-Type: text/html; charset=utf-8"])]
        }
        let house = try await House.remote(RemotePage.source(server))
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
