/// Has a file no feed describes yet looked at by a process of its own, as deliveries are read.
package struct SamplingProcess: Sendable {
    private let process: ReaderProcess

    /// - Parameters:
    ///   - program: this very program, as the file system knows it.
    ///   - job: what to look at.
    package init(program: String, job: SamplingJob) { process = ReaderProcess(program: program, job: .sample(job)) }

    /// Looks at the file.
    ///
    /// - Returns: what it holds.
    /// - Throws: `UnreadableDelivery`, also where the file broke the process; `ArchiveFault`.
    package func sample() throws -> TableSample {
        try process.run(silent: {}) { kind, bytes, content in
            guard kind == .sample else { throw FrameCursor.Malformed() }
            return try ReaderProcess.decode(TableSample.self, bytes, content)
        }
    }
}
