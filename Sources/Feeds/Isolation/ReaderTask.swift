import FoundationEssentials
import Glibc
import Model

/// The reading process's side: does one job and tells of it in frames.
package enum ReaderTask {
    /// Takes the job from one descriptor, and writes what comes of it to another.
    ///
    /// - Parameters:
    ///   - input: where the job comes from.
    ///   - output: where the frames go.
    /// - Returns: the process's exit code: 0 where all was told, also that nothing can be read.
    package static func run(job input: CInt, frames output: CInt) -> Int32 {
        // A stop of the daemon reaches all its processes; this one ends when nobody listens any more.
        for number in [SIGTERM, SIGINT, SIGHUP] { signal(number, SIG_IGN) }
        guard let job = try? JSONDecoder().decode(ReaderJob.self, from: bytes(of: input)) else { return 64 }
        guard ProcessLimits.set(job.limits, size: job.size) else { return ReadingEnd.withoutLimits }
        var writer = FrameWriter(output)
        do {
            try tell(job, to: &writer)
            try writer.flush()
            return 0
        } catch {
            return 74
        }
    }

    private static func tell(_ job: ReaderJob, to writer: inout FrameWriter) throws {
        do {
            switch job {
            case .read(let job): try ReadingTask.run(job, to: &writer)
            case .sample(let job): try SamplingTask.run(job, to: &writer)
            }
        } catch let unreadable as UnreadableDelivery {
            try writer.frame(.unreadable, unreadable)
        } catch let fault as ArchiveFault {
            try writer.frame(.missing, fault)
        }
    }

    private static func bytes(of descriptor: CInt) -> Data {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return Data(bytes) }
            bytes.append(contentsOf: piece[..<count])
        }
    }
}

extension FrameWriter {
    /// Writes a frame that holds a value as JSON.
    ///
    /// - Parameters:
    ///   - kind: of the frame.
    ///   - value: its content.
    /// - Throws: as `frame(_:_:)` with a closure.
    mutating func frame(_ kind: FrameKind, _ value: some Encodable) throws {
        let content = try JSONEncoder().encode(value)
        try frame(kind) { $0.append(contentsOf: content) }
    }
}
