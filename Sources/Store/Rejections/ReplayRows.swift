package import Model
package import Postgres

/// Writes the rows of a delivery that is read again: those that stand where a row was rejected as records to be taken, the
/// others only as what stands beside them.
package struct ReplayRows: ~Copyable {
    private var encoder: RecordEncoder
    private(set) var places: RejectedPlaces
    /// The numbers the parts had when the delivery was taken, by name: mended settings may read other parts.
    private let numbers: [String: Int32]
    /// Rejected rows of which some of the rows found there are records and one is not: all or none of them are taken.
    private(set) var mixed: [RejectedPlace] = []

    init(encoder: RecordEncoder, places: RejectedPlaces, numbers: [String: Int32]) {
        self.encoder = encoder
        self.places = places
        self.numbers = numbers
    }

    /// Takes note of a part that begins; the rows that follow are its.
    package mutating func note(_ event: DeliveryPart.Event) {
        guard case .begins(let part) = event else { return }
        // Of deliveries taken before parts were noted nothing is known but that they are one part.
        let unknown = numbers.isEmpty ? part.number : Int32(clamping: Int64(part.number) + Int64(numbers.count))
        encoder.part = numbers[part.name ?? ""] ?? unknown
    }

    package mutating func record(_ draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        let index = places.index(at: draft.byteOffset, in: encoder.part)
        let isTaken = index.map { places[$0].isChosen && places.fate($0) != .failed } ?? false
        places.reach(from: draft.byteOffset, length: draft.byteLength, in: encoder.part, isTaken: isTaken)
        guard let index else { return try encoder.aside(draft, to: &writer) }
        guard isTaken else { return }
        places.note(.read, index)
        try encoder.record(draft, to: &writer)
    }

    package mutating func reject(_ rejection: RowRejection, to writer: inout CopyWriter) throws {
        places.reach(from: rejection.byteOffset, length: rejection.byteLength, in: encoder.part, isTaken: false)
        let found = places.index(at: rejection.byteOffset, in: encoder.part)
        guard let index = found, places[index].isChosen, places.fate(index) != .failed else { return }
        if places.fate(index) == .read { mixed.append(places[index]) }
        places.note(.failed, index)
        try fail(places[index], rejection.reason, rejection.column, rejection.explanation, to: &writer)
    }

    /// Writes what became of the rejected rows at which no row begins any more.
    mutating func finish(to writer: inout CopyWriter) throws {
        for place in places.chosen(.unseen) { try encoder.absent(place, to: &writer) }
        for place in places.chosen(.covered) {
            let explanation =
                "按现在的设置，前面一行伸入此处；请核对引号与分隔 / by today's settings the row before reaches into it; check quotes and delimiters"
            try fail(place, .shape, nil, explanation, to: &writer)
        }
    }

    private mutating func fail(
        _ place: RejectedPlace,
        _ reason: RowRejection.Reason,
        _ column: String?,
        _ explanation: String,
        to writer: inout CopyWriter
    ) throws {
        encoder.part = place.part
        let rejection = RowRejection(
            line: place.line,
            byteOffset: place.byteFrom,
            byteLength: place.byteLength,
            reason: reason,
            column: column,
            explanation: explanation
        )
        let keptAlready: [UInt8] = []
        try encoder.rejection(rejection, raw: keptAlready.span, to: &writer)
    }
}
