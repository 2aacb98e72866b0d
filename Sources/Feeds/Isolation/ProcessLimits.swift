import Glibc

/// What this process may take of the machine from now on.
enum ProcessLimits {
    /// Descriptors: the delivery, a scratch file, what the runtime needs.
    private static let descriptors: Int64 = 64

    /// - Returns: false where the system refuses a limit: then nothing may be read.
    static func set(_ given: ReadingLimits, size: Int64) -> Bool {
        offerToEndFirst()
        let limits = [
            (RLIMIT_DATA, given.memory), (RLIMIT_CPU, given.seconds(forBytes: size)),
            (RLIMIT_NOFILE, descriptors),
            // What a crash would write down is personal data.
            (RLIMIT_CORE, 0),
        ]
        // Processor time is first told by a signal of its own, which says what it was.
        return limits.allSatisfy { set($0, $1, grace: $0 == RLIMIT_CPU ? 5 : 0) }
    }

    /// Where memory runs out, this process goes and not the daemon.
    private static func offerToEndFirst() {
        let file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = write(file, "1000", 4)
        close(file)
    }

    private static func set(_ resource: __rlimit_resource, _ value: Int64, grace: Int64) -> Bool {
        let soft = max(0, value)
        let hard = soft.addingReportingOverflow(grace)
        var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard.overflow ? soft : hard.partialValue))
        return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
    }
}
