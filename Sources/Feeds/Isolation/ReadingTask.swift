import Model

/// Reads a delivery, in the reading process.
enum ReadingTask {
    static func run(_ job: ReadingJob, to writer: inout FrameWriter) throws {
        let file = ArchivedFile(sha256: job.sha256, size: job.size, path: job.path, source: .unknown)
        let reader = DeliveryReader(feed: job.feed, law: job.law, receivedAt: job.receivedAt)
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
    }

    private static func tell(_ event: DeliveryPart.Event, _ writer: inout FrameWriter) throws {
        switch event {
        case .begins(let part): try writer.frame(.partBegins, part)
        case .ends(let skipped): try writer.frame(.partEnds) { $0.append(number: skipped) }
        }
    }
}
