import Glibc

/// Signals that are waited for, and do nothing else from here on.
struct Signals {
    private var set = sigset_t()

    init(_ numbers: Int32...) {
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Until one of them comes.
    func wait() {
        var (set, number) = (set, Int32(0))
        sigwait(&set, &number)
    }
}
