/// How long to wait for a server that keeps silent.
struct Patience {
    /// Whether cancelling the task breaks the statement off. Rolling back and draining must run to their end.
    let isInterruptible: Bool
    private var silences = 0

    /// Waits for as long as the network lives, until the task is cancelled and then for 30 s more.
    static let interruptible = Patience(isInterruptible: true)
    /// Waits 30 s, whether the task is cancelled or not.
    static let uninterruptible = Patience(isInterruptible: false)

    private init(isInterruptible: Bool) { self.isInterruptible = isInterruptible }

    /// Milliseconds until the server is asked again.
    static let interval: Int32 = 500

    var isExhausted: Bool { silences >= 60 }

    mutating func noteSilence() { silences += 1 }
}
