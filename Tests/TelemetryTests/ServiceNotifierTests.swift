import Foundation
import Telemetry
import Testing

@Suite struct ServiceNotifierTests {
    private let notebook = Notebook()

    @Test("each message arrives as the service manager expects it", arguments: [true, false])
    func messages(isAbstract: Bool) throws {
        let path = "\(FileManager.default.temporaryDirectory.path)/docket-\(UUID().uuidString)"
        defer { unlink(path) }
        let address = isAbstract ? "@docket-\(UUID().uuidString)" : path
        let socket = try #require(ListeningSocket(address))
        let notifier = ServiceNotifier(address: address, logger: notebook.logger())

        #expect(notifier.ready(status: "12 feeds") == nil)
        #expect(socket.received() == "READY=1\nSTATUS=12 feeds")
        #expect(notifier.ready() == nil)
        #expect(socket.received() == "READY=1")
        #expect(notifier.status("正在接收") == nil)
        #expect(socket.received() == "STATUS=正在接收")
        #expect(notifier.reloading(monotonic: 123_456) == nil)
        #expect(socket.received() == "RELOADING=1\nMONOTONIC_USEC=123456")
        #expect(notifier.ping() == nil)
        #expect(socket.received() == "WATCHDOG=1")
        #expect(notifier.stopping() == nil)
        #expect(socket.received() == "STOPPING=1")
        #expect(notebook.lines.isEmpty)
    }

    @Test("a reload bears the monotonic time at which it began")
    func monotonic() throws {
        let address = "@docket-\(UUID().uuidString)"
        let socket = try #require(ListeningSocket(address))
        let before = MonotonicClock.microseconds
        ServiceNotifier(address: address, logger: notebook.logger()).reloading()
        let message = try #require(socket.received())
        let stamp = try #require(message.split(separator: "=").last.flatMap { UInt64($0) })
        #expect((before...MonotonicClock.microseconds).contains(stamp))
    }

    @Test("a status cannot smuggle in another message")
    func injection() throws {
        let address = "@docket-\(UUID().uuidString)"
        let socket = try #require(ListeningSocket(address))
        ServiceNotifier(address: address, logger: notebook.logger()).status("a\nREADY=1\u{0}\r")
        #expect(socket.received() == "STATUS=a READY=1  ")
    }

    @Test("where nobody listens nothing is said and nothing is wrong", arguments: [nil, ""])
    func unset(address: String?) {
        let notifier = ServiceNotifier(address: address, logger: notebook.logger())
        #expect(notifier.ready() == nil)
        #expect(notifier.ping() == nil)
        #expect(notebook.lines.isEmpty)
    }

    @Test("a failure is returned each time and logged once")
    func failure() {
        let notifier = ServiceNotifier(address: "@docket-\(UUID().uuidString)", logger: notebook.logger())
        #expect(notifier.ready() == .system(call: "sendto", code: ECONNREFUSED))
        #expect(notifier.ping() == .system(call: "sendto", code: ECONNREFUSED))
        #expect(notebook.lines.count == 1)
        #expect(notebook.lines.first?.contains("the service manager cannot be told") == true)
    }

    @Test(
        "an address that is no socket's is refused, not cut short",
        arguments: [
            "relative", "@", "/", "vsock:2:1234", "/" + String(repeating: "x", count: 107), "/a\u{0}b",
        ]
    )
    func unusable(address: String) {
        let notifier = ServiceNotifier(address: address, logger: notebook.logger())
        #expect(notifier.ready() == .unusableAddress(address))
    }
}
