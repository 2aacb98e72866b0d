import Glibc
import Model
import Settings

extension DeliveryReader {
    /// Reads a file of CSV, in the character set the feed declares or the file is found to be in.
    func read(
        _ dialect: CSVDialect,
        of member: PackedParts.Part,
        _ total: Int64,
        _ part: (DeliveryPart.Event) throws -> Void,
        _ each: (RecordDraft) throws -> Void,
        _ rejected: (RowRejection, Span<UInt8>) throws -> Void,
        _ progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void,
        into tally: inout DeliveryTally
    ) throws {
        guard dialect.encodingBy == nil else {
            let source = member.content.source
            return try read(dialect, source, member.name, total, part, each, rejected, progress, into: &tally)
        }
        try member.content.withFile { descriptor, _ in
            let found = try EncodingDetector.detect(in: FileSource(descriptor))
            guard lseek(descriptor, 0, SEEK_SET) == 0 else {
                throw UnreadableDelivery.unreadableBytes(code: errno, offset: 0)
            }
            var dialect = dialect
            dialect.encoding = found.encoding
            dialect.encodingBy = found.by
            let reader = reading(.csv(dialect))
            let source = FileSource(descriptor)
            try reader.read(dialect, source, member.name, total, part, each, rejected, progress, into: &tally)
        }
    }

    private func read(
        _ dialect: CSVDialect,
        _ bytes: any ByteSource,
        _ name: String?,
        _ total: Int64,
        _ part: (DeliveryPart.Event) throws -> Void,
        _ each: (RecordDraft) throws -> Void,
        _ rejected: (RowRejection, Span<UInt8>) throws -> Void,
        _ progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void,
        into tally: inout DeliveryTally
    ) throws {
        let source = dialect.encoding.isWide ? UTF16Source(bytes, encoding: dialect.encoding) : bytes
        let csv = CSVReader(reading: source, dialect: dialect, bufferSize: bufferSize)
        var reader = try TableReader(csv, layout: dialect.layout, feed: feed)
        try read(&reader, name, total, part, each, rejected, progress, into: &tally)
    }
}
