import Model

/// Looks at a file no feed describes yet, in the reading process.
enum SamplingTask {
    static func run(_ job: SamplingJob, to writer: inout FrameWriter) throws {
        let file = ArchivedFile(sha256: "", size: job.size, path: job.path, source: .unknown)
        try writer.frame(.sample, try FileSampler(synonyms: job.synonyms, kind: job.kind).sample(file))
    }
}
