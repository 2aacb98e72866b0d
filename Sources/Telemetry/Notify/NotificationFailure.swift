/// Why the service manager could not be told something. The daemon goes on without it.
package enum NotificationFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// NOTIFY_SOCKET holds what is neither an absolute path nor an abstract name, or one too long for a socket.
    case unusableAddress(String)
    /// A system call failed with this `errno`.
    case system(call: String, code: Int32)

    package var description: String {
        switch self {
        case .unusableAddress(let address):
            "NOTIFY_SOCKET is neither a path nor an abstract name of at most 107 bytes: \(address.debugDescription)"
        case .system(let call, let code):
            "\(call) on NOTIFY_SOCKET failed with errno \(code); the service manager was not told"
        }
    }
}
