package import Feeds
package import Model
package import Settings

/// Reads a file exactly as intake would, and stores nothing.
package struct FeedTrial: Sendable {
    let feed: FeedDefinition
    private let law: Law
    private let most: Int
    private let now: Instant
    private let reading: ReadingPlace

    /// - Parameters:
    ///   - feed: as it is set up.
    ///   - law: whose units and thresholds bind it.
    ///   - most: how many records, and how many rejections, to show.
    ///   - now: as if the file were received then.
    ///   - reading: where it is read.
    package init(feed: FeedDefinition, law: Law, most: Int, now: Instant, reading: ReadingPlace = .here) {
        self.feed = feed
        self.law = law
        self.most = most
        self.now = now
        self.reading = reading
    }

    /// What would become of one row; personal data is masked.
    package enum Row: Sendable {
        /// Nil for the key of a row that is named by its content.
        case record(line: Int64, key: String?, values: [(name: String, text: String)])
        case rejection(line: Int64, column: String?, explanation: String)
    }

    /// - Throws: `UnreadableDelivery`, `ArchiveFault`.
    package func run(_ path: String, show: (Row) -> Void) throws -> DeliveryTally {
        try read(path, part: { _ in }, show: show, refused: { _ in })
    }

    /// The records at some places of a file, counted from 0.
    ///
    /// - Throws: `UnreadableDelivery`, `ArchiveFault`.
    func records(at places: Set<Int64>, of path: String) throws -> [Int64: Row] {
        var (found, number): ([Int64: Row], Int64) = ([:], 0)
        _ = try read(
            path,
            part: { _ in },
            show: { _ in },
            refused: { _ in },
            each: { draft in
                if places.contains(number) { found[number] = row(draft) }
                number += 1
            }
        )
        return found
    }

    /// The same as `run`, with every part, every record and every rejection told.
    func read(
        _ path: String,
        part: (DeliveryPart.Event) -> Void,
        show: (Row) -> Void,
        refused: (RowRejection) -> Void,
        each taken: (RecordDraft) -> Void = { _ in }
    ) throws -> DeliveryTally {
        let file = try ArchivedFile(inPlace: path)
        var (shown, rejections) = (0, 0)
        func each(_ draft: RecordDraft) {
            taken(draft)
            shown += 1
            guard shown <= most else { return }
            show(row(draft))
        }
        func reject(_ rejection: RowRejection, _ raw: Span<UInt8>) {
            refused(rejection)
            rejections += 1
            guard rejections <= most else { return }
            show(.rejection(line: rejection.line, column: rejection.column, explanation: rejection.explanation))
        }
        switch reading {
        case .here:
            return try DeliveryReader(feed: feed, law: law, receivedAt: now)
                .read(file, part: part, each: each, rejected: reject)
        case .process(let program):
            let job = ReadingJob(feed: feed, law: law, receivedAt: now, file: file)
            return try ReadingProcess(program: program, job: job).read(part: part, each: each, rejected: reject)
        }
    }

    private func row(_ draft: borrowing RecordDraft) -> Row {
        let key = draft.key.map { text($0, draft) }
        return .record(line: draft.line, key: key, values: values(draft))
    }

    private func values(_ draft: borrowing RecordDraft) -> [(name: String, text: String)] {
        var values: [(name: String, text: String)] = []
        for (index, field) in feed.kind.schema.fields.enumerated() where index < draft.cells.count {
            switch draft.cells[index] {
            case .absent: continue
            case .text(let range): values.append((field.name, text(range, draft)))
            case .personal(_, let masked): values.append((field.name, text(masked, draft)))
            case .integer(let value): values.append((field.name, number(value, field.type)))
            }
        }
        return values
    }

    private func text(_ range: Range<Int>, _ draft: RecordDraft) -> String {
        String(decoding: draft.bytes[range], as: UTF8.self)
    }

    private func number(_ value: Int64, _ type: FieldType) -> String {
        switch type {
        case .instant: Instant(microseconds: value).chinaSecondText
        case .date: Day(number: Int32(clamping: value)).text
        case .alcohol: "\(Alcohol(hundredths: value))"
        case .flag: value == 0 ? "false" : "true"
        default: "\(value)"
        }
    }
}
