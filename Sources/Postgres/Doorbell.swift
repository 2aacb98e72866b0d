import CLibpq
import Glibc

/// Wakes a thread that waits in `poll`. Rings are not counted: whoever wakes looks for itself what has happened.
final class Doorbell: Sendable {
    /// Ready for reading while the bell rings; negative, and so ignored by `poll`, if the system gave us none.
    let descriptor: Int32

    init() { descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK)) }

    deinit { close(descriptor) }

    func ring() { eventfd_write(descriptor, 1) }

    func silence() {
        var rings: eventfd_t = 0
        eventfd_read(descriptor, &rings)
    }
}
