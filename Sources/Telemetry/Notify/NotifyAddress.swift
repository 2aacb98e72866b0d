import Glibc

/// The address of a datagram socket as NOTIFY_SOCKET writes it: an absolute path, or `@` and an abstract name.
struct NotifyAddress: Sendable {
    private var address = sockaddr_un()
    private let length: socklen_t

    init(_ text: String) throws(NotificationFailure) {
        let bytes = Array(text.utf8)
        let isAbstract = bytes.first == UInt8(ascii: "@")
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        // A path is followed by a zero byte; the zero byte of an abstract name stands in the place of the @.
        guard bytes.count > 1, bytes.count < capacity, isAbstract || bytes.first == UInt8(ascii: "/"),
            !bytes.contains(0)
        else { throw .unusableAddress(text) }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            path.copyBytes(from: bytes)
            if isAbstract { path[0] = 0 }
        }
        let before = MemoryLayout<sockaddr_un>.size - capacity
        length = socklen_t(before + bytes.count + (isAbstract ? 0 : 1))
    }

    /// Sends one datagram through a socket of its own, waiting at most a second for a busy receiver.
    func send(_ message: String) throws(NotificationFailure) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system(call: "socket", code: errno) }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let bytes = Array(message.utf8)
        var sent = -1
        repeat {
            sent = withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
                }
            }
        } while sent < 0 && errno == EINTR
        guard sent == bytes.count else { throw .system(call: "sendto", code: errno) }
    }
}
