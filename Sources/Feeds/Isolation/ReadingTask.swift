import FoundationEssentials
import Glibc
import Model

/// The reading process's side: reads a delivery and tells of it in frames.
package enum ReadingTask {
    /// Takes the job from one descriptor, and writes what comes of it to another.
    ///
    /// - Returns: the process's exit code: 0 where all was told, also that nothing can be read.
    package static func run(job input: CInt, frames output: CInt) -> Int32 {
        // A stop of the daemon reaches all its processes; this one ends when nobody listens any more.
        for number in [SIGTERM, SIGINT, SIGHUP] { signal(number, SIG_IGN) }
        let data = bytes(of: input)
        guard let job = try? JSONDecoder().decode(ReadingJob.self, from: data) else {
            guard let job = try? JSONDecoder().decode(SamplingJob.self, from: data) else { return 64 }
            return SamplingTask.run(job, frames: output)
        }
        guard ProcessLimits.set(job.limits, size: job.size) else { return ReadingEnd.withoutLimits }
        var writer = FrameWriter(output)
        do {
            try read(job, to: &writer)
            try writer.flush()
            return 0
        } catch {
            return 74
        }
    }

    private static func read(_ job: ReadingJob, to writer: inout FrameWriter) throws {
        let file = ArchivedFile(sha256: job.sha256, size: job.size, path: job.path, source: .unknown)
        let reader = DeliveryReader(feed: job.feed, law: job.law, receivedAt: job.receivedAt)
        do {
            let tally = try reader.read(
                file,
                part: { try tell($0, &writer) },
                each: { draft in try writer.frame(.record) { RecordFrame.append(draft, to: &$0) } },
                rejected: { rejection, raw in
                    try writer.frame(.rejection) { RejectionFrame.append(rejection, raw: raw, to: &$0) }
                },
                progress: { done, _ in try writer.frame(.progress) { $0.append(number: done) } }
            )
            try writer.frame(.done) { frame in
                frame.append(number: tally.read)
                frame.append(number: tally.mapped)
            }
        } catch let unreadable as UnreadableDelivery {
            let content = try JSONEncoder().encode(unreadable)
            try writer.frame(.unreadable) { $0.append(contentsOf: content) }
        } catch let fault as ArchiveFault {
            let content = try JSONEncoder().encode(fault)
            try writer.frame(.missing) { $0.append(contentsOf: content) }
        }
    }

    private static func tell(_ event: DeliveryPart.Event, _ writer: inout FrameWriter) throws {
        switch event {
        case .begins(let part):
            let content = try JSONEncoder().encode(part)
            try writer.frame(.partBegins) { $0.append(contentsOf: content) }
        case .ends(let skipped): try writer.frame(.partEnds) { $0.append(number: skipped) }
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
