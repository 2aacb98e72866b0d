import Glibc

/// What this process may take of the machine from now on.
enum ProcessLimits {
    /// Descriptors: the delivery, a scratch file, what the runtime needs.
    private static let descriptors: Int64 = 64

    static func set(for job: ReadingJob) {
        set(RLIMIT_DATA, job.limits.memory)
        set(RLIMIT_CPU, job.limits.seconds(forBytes: job.size))
        set(RLIMIT_NOFILE, descriptors)
        // What a crash would write down is personal data.
        set(RLIMIT_CORE, 0)
    }

    private static func set(_ resource: __rlimit_resource, _ value: Int64) {
        var limit = rlimit(rlim_cur: rlim_t(max(0, value)), rlim_max: rlim_t(max(0, value)))
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
}
