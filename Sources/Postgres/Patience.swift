/// How long to wait for a server that keeps silent.
struct Patience {
    /// Whether cancelling the task breaks the statement off. Rolling back and draining must run to their end.
    let isInterruptible: Bool
    /// After how many silences the server is given up although nobody is in a hurry; nil as long as the network lives.
    private let limit: Int?
    private var silences = 0
    private var urgentSilences = 0

    /// Waits 30 s, whether the task is cancelled or not.
    static let uninterruptible = Patience(isInterruptible: false, limit: nil)

    /// Waits until the task is cancelled and then for 30 s more.
    ///
    /// - Parameter silence: after how many seconds without a byte from the server it is given up; nil waits for as long
    ///   as the network lives.
    /// - Returns: a patience that has not waited yet.
    static func interruptible(silence: Int32?) -> Patience {
        Patience(isInterruptible: true, limit: silence.map { max(1, Int($0)) * 1000 / Int(interval) })
    }

    private init(isInterruptible: Bool, limit: Int?) { (self.isInterruptible, self.limit) = (isInterruptible, limit) }

    /// Milliseconds until the server is asked again.
    static let interval: Int32 = 500

    /// Whether silences are counted at all.
    var isLimited: Bool { !isInterruptible || limit != nil }

    var isExhausted: Bool { urgentSilences >= 60 || limit.map { silences >= $0 } ?? false }

    /// How long the server has been silent, in whole seconds.
    var waitedSeconds: Int { silences * Int(Self.interval) / 1000 }

    mutating func noteSilence(isUrgent: Bool) {
        silences += 1
        if isUrgent { urgentSilences += 1 }
    }
}
