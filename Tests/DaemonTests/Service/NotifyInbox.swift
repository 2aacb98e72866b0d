import Dispatch
import Glibc

/// A service manager's end of the notify socket: every message of the daemon, as it comes.
struct NotifyInbox {
    let messages: AsyncStream<String>

    /// - Returns: nil where the socket cannot be bound.
    init?(_ path: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: name.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard bound == 0 else { return nil }
        messages = AsyncStream { continuation in
            // A thread of its own: the wait must not hold up the daemon under test.
            DispatchQueue(label: "notify inbox").async {
                var buffer = [UInt8](repeating: 0, count: 4096)
                while true {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    continuation.yield(String(decoding: buffer.prefix(count), as: UTF8.self))
                    if buffer.starts(with: "STOPPING=1".utf8) { break }
                }
                close(descriptor)
                continuation.finish()
            }
        }
    }
}
