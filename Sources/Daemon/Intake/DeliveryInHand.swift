import Feeds
import Model

/// A delivery about to be read, wherever that is done.
enum DeliveryInHand {
    case here(DeliveryReader, ArchivedFile)
    case process(ReadingProcess)

    /// Reads the whole delivery.
    ///
    /// - Throws: As `DeliveryReader.read` and `ReadingProcess.read`.
    func read(
        part: (DeliveryPart.Event) throws -> Void,
        each: (RecordDraft) throws -> Void,
        rejected: (RowRejection, Span<UInt8>) throws -> Void,
        progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void
    ) throws -> DeliveryTally {
        switch self {
        case .here(let reader, let file):
            try reader.read(file, part: part, each: each, rejected: rejected, progress: progress)
        case .process(let process): try process.read(part: part, each: each, rejected: rejected, progress: progress)
        }
    }
}
