import FoundationEssentials
import Model

/// The reading process's side of looking at a file no feed describes yet.
enum SamplingTask {
    /// - Returns: the process's exit code.
    static func run(_ job: SamplingJob, frames output: CInt) -> Int32 {
        guard ProcessLimits.set(job.limits, size: job.size) else { return ReadingEnd.withoutLimits }
        var writer = FrameWriter(output)
        do {
            try sample(job, to: &writer)
            try writer.flush()
            return 0
        } catch {
            return 74
        }
    }

    private static func sample(_ job: SamplingJob, to writer: inout FrameWriter) throws {
        let file = ArchivedFile(sha256: "", size: job.size, path: job.samplePath, source: .unknown)
        do {
            let content = try JSONEncoder().encode(try FileSampler(synonyms: job.synonyms).sample(file))
            try writer.frame(.sample) { $0.append(contentsOf: content) }
        } catch let unreadable as UnreadableDelivery {
            let content = try JSONEncoder().encode(unreadable)
            try writer.frame(.unreadable) { $0.append(contentsOf: content) }
        } catch let fault as ArchiveFault {
            let content = try JSONEncoder().encode(fault)
            try writer.frame(.missing) { $0.append(contentsOf: content) }
        }
    }
}
