/// What a process of its own is asked to do with one file.
enum ReaderJob: Codable, Sendable {
    case read(ReadingJob)
    case sample(SamplingJob)

    var limits: ReadingLimits {
        switch self {
        case .read(let job): job.limits
        case .sample(let job): job.limits
        }
    }

    /// Bytes of the file.
    var size: Int64 {
        switch self {
        case .read(let job): job.size
        case .sample(let job): job.size
        }
    }
}
