import TestSupport
import Testing
import Transport
import Vendor

@Suite("HTTP")
struct HTTPTests {
    private static let limits = TransferLimits(connect: 2000, total: 20_000, patience: 1, slowest: 50, largest: 1000)

    @Test("brings a body with the headers that matter, over one connection")
    func brings() throws {
        let server = try ScriptedServer { call in
            [.answer("number \(call.number)", headers: ["ETag: \"e\(call.number)\"", "X-Other: 1"])]
        }
        let client = try Client()
        for number in 0..<3 {
            let (response, body) = try client.fetch(server.url("/tests?from=1"))
            #expect(body == "number \(number)")
            #expect(response.headers == ["etag": "\"e\(number)\""])
            #expect(response.size == 8)
            #expect(response.isFramed)
        }
        #expect(server.calls.map(\.connection) == [0, 0, 0])
        #expect(server.calls[0].target == "/tests?from=1")
        #expect(server.calls[0].headers["accept-encoding"] == "identity")
    }

    /// What a server may do wrong, and what it is called.
    private static let misdeeds: [(String, TransportFault.Cause, [ScriptedServer.Act])] = [
        (
            "less than Content-Length", .brokenOff,
            [.text("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nonly this"), .close]
        ),
        (
            "chunks that end early", .brokenOff,
            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"), .close]
        ),
        (
            "a chunk that ends early", .brokenOff,
            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhello"), .close]
        ),
        (
            "a chunk of no length", .brokenOff,
            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"), .hang]
        ),
        ("no answer", .brokenOff, [.close]),
        ("no HTTP", .other, [.text("SSH-2.0-OpenSSH_9.2\r\n"), .close]),
        (
            "one byte now and then", .tooSlow,
            [.text("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n"), .drip(0x61, every: 400)]
        ),
        ("headers now and then", .tooSlow, [.text("HTTP/1.1 200 OK\r\nX: "), .drip(0x61, every: 400)]),
        ("silence", .tooSlow, [.hang]),
        ("a body announced too large", .tooLarge, [.text("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n"), .hang]),
        (
            "an endless body", .tooLarge,
            [
                .text(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + String(repeating: "A\r\n0123456789\r\n", count: 101)
                ),
                .hang,
            ]
        ),
        ("a packed body", .encoded, [.answer("\u{1F}packed", headers: ["Content-Encoding: gzip"])]),
        ("a redirect", .redirected, [.answer("", status: "302 Found", headers: ["Location: http://169.254.169.254/"])]),
        ("a token that expired", .denied, [.answer("expired", status: "401 Unauthorized")]),
        ("a right that is missing", .denied, [.answer("", status: "403 Forbidden")]),
        ("no such page", .missing, [.answer("", status: "404 Not Found")]),
        ("a request that is wrong", .refused, [.answer("", status: "422 Unprocessable Content")]),
        ("an error of its own", .serverFault, [.answer("<html>", status: "500 Internal Server Error")]),
        (
            "an endless page with an error", .serverFault,
            [.text("HTTP/1.1 500 Oops\r\nContent-Length: 1000\r\n\r\n" + String(repeating: "x", count: 1000))]
        ),
    ]

    @Test("calls what a server does wrong by its name, and gives no body for whole", arguments: misdeeds)
    func misdeed(_ what: String, _ cause: TransportFault.Cause, _ acts: [ScriptedServer.Act]) throws {
        let server = try ScriptedServer { _ in acts }
        let client = try Client()
        let fault = try #require(throws: TransportFault.self) {
            _ = try client.fetch(server.url("/export?token=hush"), limits: Self.limits)
        }
        #expect(fault.cause == cause, "\(fault)")
        #expect(fault.place == server.url("/export"))
        #expect(server.calls.count == 1)
    }

    @Test("says after how long a busy server wants to be asked again", arguments: ["429 Too Many", "503 Unavailable"])
    func retryAfter(status: String) throws {
        let server = try ScriptedServer { _ in [.answer("", status: status, headers: ["Retry-After: 120"])] }
        let client = try Client()
        let fault = try #require(throws: TransportFault.self) { _ = try client.fetch(server.url()) }
        #expect(fault.cause == .busy)
        #expect(fault.retryAfter == 120)
        #expect(fault.isTransient)
    }

    @Test("tells a body whose end nothing marks")
    func unframed() throws {
        let server = try ScriptedServer { _ in [.text("HTTP/1.1 200 OK\r\n\r\nhalf of it?"), .close] }
        let client = try Client()
        let (response, body) = try client.fetch(server.url())
        #expect(body == "half of it?")
        #expect(!response.isFramed)
    }

    @Test("shows who asks, and nobody else does")
    func credentials() throws {
        let server = try ScriptedServer { _ in [.answer("")] }
        let client = try Client()
        let given: [Credentials] = [
            .bearer(Secret("t0ken")), .password(user: "u", Secret("p")), .header(name: "X-Api-Key", Secret("k")),
        ]
        for credentials in given {
            _ = try client.perform(Request(#require(Address(server.url())), credentials: credentials))
        }
        _ = try client.fetch(server.url())
        let shown = server.calls.map { [$0.headers["authorization"], $0.headers["x-api-key"]] }
        #expect(shown == [["Bearer t0ken", nil], ["Basic dTpw", nil], [nil, "k"], [nil, nil]])
    }

    @Test("breaks off at once when the task is cancelled")
    func cancellation() async throws {
        let server = try ScriptedServer { _ in
            [.text("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n"), .drip(0x61, every: 10)]
        }
        let url = server.url()
        let (started, begun) = AsyncStream<Void>.makeStream()
        let transfer = Task.detached {
            let client = try Client()
            _ = try client.perform(Request(#require(Address(url)))) { _ in begun.yield() }
        }
        for await _ in started { break }
        transfer.cancel()
        await #expect(throws: CancellationError.self) { try await transfer.value }
    }

    @Test("what the taker of the bytes throws breaks the transfer off and comes out again")
    func sink() throws {
        struct Full: Error {}
        let server = try ScriptedServer { _ in [.answer("body")] }
        let client = try Client()
        #expect(throws: Full.self) {
            try client.perform(Request(#require(Address(server.url())))) { _ in throw Full() }
        }
        #expect(try client.fetch(server.url()).body == "body")
    }
}
