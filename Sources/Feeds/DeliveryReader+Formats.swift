import Model
import Settings

extension DeliveryReader {
    /// Reads one file of the feed's format, or says which other it is of.
    func read(
        _ member: PackedParts.Part,
        total: Int64,
        part: (DeliveryPart.Event) throws -> Void,
        each: (RecordDraft) throws -> Void,
        rejected: (RowRejection, Span<UInt8>) throws -> Void,
        progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void,
        into tally: inout DeliveryTally
    ) throws {
        let (head, content) = try member.content.peeked(FileNature.headSize)
        let nature = FileNature(head)
        guard nature.mayBe(feed.format) else { throw UnreadableDelivery.otherFormat(nature, than: feed.format) }
        do {
            let peeked = PackedParts.Part(name: member.name, content: content)
            try readKnown(peeked, total, part, each, rejected, progress, into: &tally)
        } catch let fault as UnreadableDelivery where nature.explains(fault, of: feed.format) {
            throw UnreadableDelivery.otherFormat(nature, than: feed.format)
        }
    }

    func readKnown(
        _ member: PackedParts.Part,
        _ total: Int64,
        _ part: (DeliveryPart.Event) throws -> Void,
        _ each: (RecordDraft) throws -> Void,
        _ rejected: (RowRejection, Span<UInt8>) throws -> Void,
        _ progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void,
        into tally: inout DeliveryTally
    ) throws {
        switch feed.format {
        case .csv(let dialect):
            try read(dialect, of: member, total, part, each, rejected, progress, into: &tally)
        case .json(let shape):
            var reader = JSONReader(reading: member.content.source, shape: shape, feed: feed, bufferSize: bufferSize)
            try read(&reader, member.name, total, part, each, rejected, progress, into: &tally)
        case .xml(let shape):
            var reader = try XMLReader(reading: member.content.source, shape: shape, feed: feed)
            try read(&reader, member.name, total, part, each, rejected, progress, into: &tally)
        case .workbook(let shape):
            try read(shape, of: member, total, part, each, rejected, progress, into: &tally)
        }
    }
}
