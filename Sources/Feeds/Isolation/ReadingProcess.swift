import FoundationEssentials
package import Model
import Settings

/// Has a delivery read by a process of its own, and hands on what it says as if it were read here.
package struct ReadingProcess: Sendable {
    private let program: String
    private let job: ReadingJob

    /// The program's verb, which people do not use.
    package static let verb = "read-delivery"

    /// - Parameters:
    ///   - program: this very program, as the file system knows it.
    ///   - job: what to read, and how.
    package init(program: String, job: ReadingJob) {
        self.program = program
        self.job = job
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
        let child = try start()
        var frames = FrameReader(child.output)
        var draft = RecordDraft(kind: job.feed.kind)
        var tally = DeliveryTally()
        var done: Int64 = 0
        do {
            while let (kind, content) = try frames.next(silent: { try progress(done, job.size) }) {
                let bytes = frames.bytes.span
                switch kind {
                case .record:
                    try RecordFrame.read(bytes, content, into: &draft)
                    tally.mapped += 1
                    try each(draft)
                case .rejection:
                    let (rejection, raw) = try RejectionFrame.read(bytes, content)
                    tally.rejected += 1
                    try rejected(rejection, bytes.extracting(raw))
                case .partBegins: try part(.begins(try Self.decode(DeliveryPart.self, bytes, content)))
                case .partEnds: try part(.ends(skipped: try Self.number(bytes, content)))
                case .progress:
                    done = try Self.number(bytes, content)
                    try progress(done, job.size)
                case .unreadable: throw try Self.decode(UnreadableDelivery.self, bytes, content)
                case .missing: throw try Self.decode(ArchiveFault.self, bytes, content)
                // Nobody asked for one.
                case .sample: throw FrameCursor.Malformed()
                case .done:
                    tally.read = tally.mapped + tally.rejected
                    guard try isWhole(tally, bytes, content) else { throw FrameCursor.Malformed() }
                    _ = child.end()
                    return tally
                }
            }
        } catch is FrameCursor.Malformed {
            throw UnreadableDelivery.nonsense
        }
        throw fault(of: ReadingEnd(status: child.end()))
    }

    private func start() throws -> ChildProcess {
        let input = Array(try JSONEncoder().encode(job))
        do throws(ChildProcess.Failure) {
            return try ChildProcess(program, [program, Self.verb], input: input)
        } catch {
            throw UnreadableDelivery.noReadingProcess(program, code: error.code)
        }
    }

    private func fault(of end: ReadingEnd) -> UnreadableDelivery {
        end.fault(job.limits, seconds: job.limits.seconds(forBytes: job.size))
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

    private static func decode<Value: Decodable>(
        _ type: Value.Type,
        _ bytes: Span<UInt8>,
        _ content: Range<Int>
    ) throws(FrameCursor.Malformed) -> Value {
        let data = bytes.extracting(content).withUnsafeBufferPointer { Data($0) }
        guard let value = try? JSONDecoder().decode(type, from: data) else { throw FrameCursor.Malformed() }
        return value
    }
}
