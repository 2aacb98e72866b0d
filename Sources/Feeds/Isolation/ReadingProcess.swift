package import Model
import Settings

/// Has a delivery read by a process of its own, and hands on what it says as if it were read here.
package struct ReadingProcess: Sendable {
    private let process: ReaderProcess
    private let job: ReadingJob

    /// The program's verb, which people do not use.
    package static let verb = "read-delivery"

    /// - Parameters:
    ///   - program: this very program, as the file system knows it.
    ///   - job: what to read, and how.
    package init(program: String, job: ReadingJob) {
        self.job = job
        process = ReaderProcess(program: program, job: .read(job))
    }

    /// Reads the whole delivery.
    ///
    /// - Parameters: As of `DeliveryReader.read`.
    /// - Returns: what became of the rows.
    /// - Throws: As `DeliveryReader.read`; and `UnreadableDelivery` of cause `crash` where the file broke the process.
    ///   The process is gone then, and also where a closure throws. `progress` is called at least twice a second.
    package func read(
        part: (DeliveryPart.Event) throws -> Void,
        each: (RecordDraft) throws -> Void,
        rejected: (RowRejection, Span<UInt8>) throws -> Void,
        progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void = { _, _ in }
    ) throws -> DeliveryTally {
        var draft = RecordDraft(kind: job.feed.kind)
        var tally = DeliveryTally()
        var done: Int64 = 0
        return try process.run(silent: { try progress(done, job.size) }) { kind, bytes, content in
            switch kind {
            case .record:
                try RecordFrame.read(bytes, content, into: &draft)
                tally.mapped += 1
                try each(draft)
            case .rejection:
                let (rejection, raw) = try RejectionFrame.read(bytes, content)
                tally.rejected += 1
                try rejected(rejection, bytes.extracting(raw))
            case .partBegins: try part(.begins(try ReaderProcess.decode(DeliveryPart.self, bytes, content)))
            case .partEnds: try part(.ends(skipped: try Self.number(bytes, content)))
            case .progress:
                done = try Self.number(bytes, content)
                try progress(done, job.size)
            case .done:
                tally.read = tally.mapped + tally.rejected
                guard try isWhole(tally, bytes, content) else { throw FrameCursor.Malformed() }
                return tally
            case .unreadable, .missing, .sample: throw FrameCursor.Malformed()
            }
            return nil
        }
    }

    /// Whether as many rows arrived as were sent.
    private func isWhole(_ tally: DeliveryTally, _ bytes: Span<UInt8>, _ content: Range<Int>) throws -> Bool {
        var cursor = FrameCursor(content)
        let (read, mapped) = (try cursor.number(Int64.self, in: bytes), try cursor.number(Int64.self, in: bytes))
        return read == tally.read && mapped == tally.mapped
    }

    private static func number(_ bytes: Span<UInt8>, _ content: Range<Int>) throws -> Int64 {
        var cursor = FrameCursor(content)
        return try cursor.number(Int64.self, in: bytes)
    }
}
