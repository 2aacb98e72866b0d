import Dispatch
import Glibc
import Synchronization
import TestSupport

/// Passes bytes between clients and the server, and cuts the line of a client after a given number of them, or holds it
/// and passes nothing more.
final class CuttingProxy: Sendable {
    struct CannotListen: Error {}

    /// How many bytes, both ways together, the next client's line lasts.
    let budget = Mutex(0)
    private let isSilent: Bool
    private let folder: TemporaryFolder
    private let listening: Int32

    /// Where clients reach it, as part of a connection string.
    var address: String { "host=\(folder.path) port=5432" }

    /// - Parameters:
    ///   - host: Where the server is, as libpq writes it: a folder of sockets or a host.
    ///   - port: The server's port.
    ///   - isSilent: Whether a line whose bytes are spent stays open until the client hangs up.
    /// - Throws: `CannotListen`, or why there is no temporary folder.
    init(host: String, port: String, isSilent: Bool = false) throws {
        self.isSilent = isSilent
        folder = try TemporaryFolder()
        listening = Self.socket("\(folder.path)/.s.PGSQL.5432") { bind($0, $1, $2) }
        guard listening >= 0, listen(listening, 8) == 0 else { throw CannotListen() }
        let listening = listening
        DispatchQueue(label: "cutting proxy").async { [weak self] in
            while true {
                let client = accept(listening, nil, nil)
                guard client >= 0, let budget = self?.budget.withLock({ $0 }) else { return }
                let behind = Self.dial(host, port)
                Self.relay(client, behind, budget)
                if isSilent { Self.awaitHangup(client) }
                close(client)
                close(behind)
            }
        }
    }

    deinit {
        shutdown(listening, Int32(SHUT_RDWR))
        close(listening)
    }

    private static func relay(_ client: Int32, _ server: Int32, _ budget: Int) {
        var left = budget
        var buffer = [UInt8](repeating: 0, count: 4096)
        while left > 0 {
            var watched = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&watched, 2, -1) > 0 else { return }
            for (index, end) in watched.enumerated() where end.revents != 0 && left > 0 {
                let count = read(end.fd, &buffer, min(left, buffer.count))
                guard count > 0,
                    send(index == 0 ? server : client, buffer, count, Int32(MSG_NOSIGNAL)) == count
                else {
                    return
                }
                left -= count
            }
        }
    }

    private static func awaitHangup(_ client: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(client, &buffer, buffer.count) > 0 {}
    }

    private static func dial(_ host: String, _ port: String) -> Int32 {
        guard !host.hasPrefix("/") else { return socket("\(host)/.s.PGSQL.\(port)") { connect($0, $1, $2) } }
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, port, nil, &found) == 0, let address = found?.pointee else { return -1 }
        defer { freeaddrinfo(found) }
        let descriptor = Glibc.socket(address.ai_family, Int32(SOCK_STREAM.rawValue), 0)
        return connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 ? descriptor : -1
    }

    /// A Unix socket for `path` on which `begin` has been called; negative if that failed.
    private static func socket(
        _ path: String,
        _ begin: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                begin(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return result == 0 ? descriptor : -1
    }
}
