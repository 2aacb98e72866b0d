import Glibc

/// A datagram socket to be told things, as the service manager has one.
final class ListeningSocket {
    private let descriptor: Int32

    /// What goes into NOTIFY_SOCKET; nil where the socket could not be bound.
    init?(_ address: String) {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(address.utf8)
        withUnsafeMutableBytes(of: &name.sun_path) { path in
            path.copyBytes(from: bytes)
            if address.hasPrefix("@") { path[0] = 0 }
        }
        let length = socklen_t(2 + bytes.count + (address.hasPrefix("@") ? 0 : 1))
        let bound = withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard bound == 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// The next datagram; nil where none has come.
    func received() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}
