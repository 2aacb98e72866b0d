import Glibc
package import Model
package import Settings

/// Reads a delivery from the archive, row by row, into records and rejections, in constant memory.
package struct DeliveryReader: Sendable {
    private(set) var feed: FeedDefinition
    private let law: Law
    private let receivedAt: Instant
    let bufferSize: Int
    let mostRejected: Int64

    /// How far ahead of ours the clock of a source may go.
    static let clockError: Int64 = 86_400

    /// How many bytes go by between two reports of progress.
    private static let progressStep: Int64 = 4 << 20

    /// - Parameters:
    ///   - feed: as it is set up.
    ///   - law: whose units and thresholds bind it.
    ///   - receivedAt: when the delivery was received; rows that speak of a day or more after it are rejected.
    ///   - bufferSize: bytes read at once.
    ///   - mostRejected: more rejected rows than this, and than sound ones, are the delivery's fault and not the rows': a
    ///     hundred megabytes may hold fifty million of them, and each is kept with its text.
    package init(
        feed: FeedDefinition,
        law: Law,
        receivedAt: Instant,
        bufferSize: Int = 1 << 20,
        mostRejected: Int64 = 200_000
    ) {
        self.mostRejected = mostRejected
        self.feed = feed
        self.law = law
        self.receivedAt = receivedAt
        self.bufferSize = bufferSize
    }

    /// The same for a feed whose files are written otherwise.
    func reading(_ format: FileFormat) -> DeliveryReader {
        var reader = self
        reader.feed.format = format
        return reader
    }

    /// Reads the whole delivery.
    ///
    /// - Parameters:
    ///   - file: as the archive keeps it.
    ///   - part: told of each part before its first row and behind its last.
    ///   - each: takes a record. The draft is filled anew for the next row: copy what is to stay.
    ///   - rejected: takes a rejection and the row's bytes as they came; of a line too long to be held, its head.
    ///   - progress: is told now and then how many of the file's bytes are done.
    /// - Returns: what became of the rows.
    /// - Throws: `UnreadableDelivery` where the file as a whole is not what the feed promises. A document may break
    ///   behind rows that were handed on already: whoever took them must undo them. `ArchiveFault` where the archive
    ///   does not hold the file. And whatever the closures throw.
    package func read(
        _ file: ArchivedFile,
        part: (DeliveryPart.Event) throws -> Void = { _ in },
        each: (RecordDraft) throws -> Void,
        rejected: (RowRejection, Span<UInt8>) throws -> Void,
        progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void = { _, _ in }
    ) throws -> DeliveryTally {
        let opened = try Self.open(file)
        var tally = DeliveryTally()
        var parts: Int32 = 0
        try PackedParts(opened.descriptor, size: file.size).forEach(feed.packing) { member in
            try read(
                member,
                total: file.size,
                part: { event in
                    guard case .begins(var begun) = event else { return try part(event) }
                    (begun.number, parts) = (parts, parts + 1)
                    try part(.begins(begun))
                },
                each: each,
                rejected: rejected,
                progress: progress,
                into: &tally
            )
        }
        try progress(file.size, file.size)
        return tally
    }

    /// Reads the rows of one part.
    func read<Reader: RowReader & ~Copyable>(
        _ reader: inout Reader,
        _ name: String?,
        _ total: Int64,
        _ part: (DeliveryPart.Event) throws -> Void,
        _ each: (RecordDraft) throws -> Void,
        _ rejected: (RowRejection, Span<UInt8>) throws -> Void,
        _ progress: (_ bytesDone: Int64, _ total: Int64) throws -> Void,
        into tally: inout DeliveryTally
    ) throws {
        let header = try reader.readHeader()
        var mapper = try RowMapper(
            feed: feed,
            law: law,
            header: header,
            latest: receivedAt.adding(seconds: Self.clockError)
        )
        try part(
            .begins(
                DeliveryPart(
                    number: 0,
                    name: name,
                    encoding: reader.ownEncoding ?? feed.format.encoding.rawValue,
                    encodingBy: feed.format.encodingBy,
                    columns: header.names
                )
            )
        )
        var draft = RecordDraft(kind: feed.kind)
        var reported: Int64 = 0
        while true {
            switch try reader.next() {
            case .end:
                try mapper.finish()
                return try part(.ends(skipped: reader.skipped))
            case .rejected(let rejection):
                try count(rejection, &tally)
                try reader.withRow { raw, _, _ in try rejected(rejection, raw) }
            case .row:
                if let rejection = Self.map(reader, &mapper, into: &draft) {
                    try count(rejection, &tally)
                    try reader.withRow { raw, _, _ in try rejected(rejection, raw) }
                } else {
                    tally.mapped += 1
                    try each(draft)
                }
            }
            tally.read += 1
            if reader.bytesDone - reported >= Self.progressStep {
                reported = reader.bytesDone
                // More may come out of a packed file than it has bytes itself.
                try progress(min(reported, total), total)
            }
        }
    }

    private static func open(_ file: ArchivedFile) throws(ArchiveFault) -> OpenedFile {
        guard let opened = OpenedFile(file.path, flags: O_RDONLY | O_NOFOLLOW) else {
            throw .unknown(hash: file.sha256)
        }
        guard let look = opened.look(), look.isRegular, look.identity.size == file.size else {
            throw .damaged(path: file.path, detail: "it does not hold \(file.size) bytes")
        }
        posix_fadvise(opened.descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        return opened
    }

    @inline(__always)
    private static func map<Reader: RowReader & ~Copyable>(
        _ reader: borrowing Reader,
        _ mapper: inout RowMapper,
        into draft: inout RecordDraft
    ) -> RowRejection? {
        do throws(RowRejection) {
            try reader.withRow { (_, text, cells) throws(RowRejection) in
                try mapper.map(text, fields: cells, at: reader.place, into: &draft)
            }
            return nil
        } catch {
            return error
        }
    }
}
