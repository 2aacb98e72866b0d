import Glibc
import Synchronization

/// Standard error, a whole line at a time.
package enum StandardError {
    private static let turn = Mutex(())

    /// Writes a line. What cannot be written is lost: there is nowhere left to say so.
    package static func write(line: String) {
        let bytes = Array((line + "\n").utf8)
        turn.withLock { _ in
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }

    /// The wall clock in seconds since 1970 UTC.
    package static func seconds() -> Int64 { Int64(time(nil)) }
}
