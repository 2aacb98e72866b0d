package import Hashing
package import Model
package import Postgres

/// Writes drafts as staging rows in PostgreSQL's binary form, and hashes what they say.
///
/// The hash covers the normalised values alone, so that the same record from other bytes is the same record. Of personal
/// data it covers the keyed tokens: readers see the hash, and could guess what a hash of the clear value was taken of.
package struct RecordEncoder {
    private let fields: [Field]
    private let founding: Int
    private let keepsAlcoholText: Bool
    private let columns: Int16
    private let freshColumns: Int16
    private let tokens: TokenKey
    /// What the hash is taken of; kept between rows for its memory.
    private var content: [UInt8] = []
    /// The tokens of the row under way, by place of the field.
    private var rowTokens: [(high: UInt64, low: UInt64)?]
    /// The part of the delivery the rows come from.
    package var part: Int32 = 0

    package init(_ table: RecordTable, tokens: TokenKey) {
        fields = table.schema.fields
        founding = table.schema.founding
        keepsAlcoholText = table.keepsAlcoholText
        columns = Int16(clamping: Staging.columns(of: table).count)
        freshColumns = Int16(clamping: table.columns.count)
        rowTokens = Array(repeating: nil, count: table.schema.fields.count)
        self.tokens = tokens
    }

    /// Writes one record to be staged.
    package mutating func record(_ draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: columns)
        try place(of: draft, to: &writer)
        for _ in 0..<4 { try writer.null() }
        try key(of: draft, to: &writer)
        try content(of: draft, to: &writer)
    }

    /// Writes one record as the first revision that is heard of its key, in the columns `RecordTable.columns`.
    mutating func fresh(_ draft: borrowing RecordDraft, of origin: RecordOrigin, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: freshColumns)
        try writer.integer32(origin.region)
        try key(of: draft, to: &writer)
        try writer.integer32(1)
        try writer.flag(true)
        try writer.instant(origin.versionAt.microseconds)
        try writer.integer(origin.delivery)
        try place(of: draft, to: &writer)
        try content(of: draft, to: &writer)
    }

    private func place(of draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        try writer.integer32(part)
        try writer.integer(draft.line)
        try writer.integer(draft.byteOffset)
        try writer.integer(draft.byteLength)
    }

    private func key(of draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        guard let key = draft.key else { return try writer.null() }
        try writer.text(draft.bytes.span.extracting(key))
    }

    private mutating func content(of draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        let bytes = draft.bytes.span
        tokenise(draft)
        let hashed = hash(draft)
        try writer.token(high: hashed.0, low: hashed.1)
        if draft.defects.isEmpty { try writer.null() } else { try writer.text(defects(of: draft)) }
        if keepsAlcoholText {
            if draft.alcoholRaw.isEmpty {
                try writer.null()
            } else {
                try writer.text(bytes.extracting(draft.alcoholRaw))
            }
        }
        for index in fields.indices { try value(draft.cells[index], of: index, in: bytes, to: &writer) }
    }

    /// Writes where a record of a replayed file stands that was taken before, its key, and the hash of what it says.
    package mutating func aside(_ draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: columns)
        try place(of: draft, to: &writer)
        try writer.text(Staging.aside)
        for _ in 0..<3 { try writer.null() }
        try key(of: draft, to: &writer)
        tokenise(draft)
        let hashed = hash(draft)
        try writer.token(high: hashed.0, low: hashed.1)
        for _ in 0..<(Int(columns) - 10) { try writer.null() }
    }

    private mutating func tokenise(_ draft: borrowing RecordDraft) {
        let bytes = draft.bytes.span
        for index in fields.indices where fields[index].type.isPersonal {
            rowTokens[index] = nil
            guard case .personal(let clear, _) = draft.cells[index], !clear.isEmpty else { continue }
            let label = fields[index].type.tokenLabel
            rowTokens[index] = tokens.token(label: label, value: bytes.extracting(clear))
        }
    }

    /// Writes that no row stands any more where a rejected one did.
    mutating func absent(_ place: RejectedPlace, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: columns)
        try writer.integer32(place.part)
        try writer.integer(place.line)
        try writer.integer(place.byteFrom)
        try writer.integer(place.byteLength)
        try writer.text(Staging.absent)
        for _ in 0..<(Int(columns) - 5) { try writer.null() }
    }

    /// Writes one rejection.
    package mutating func rejection(_ rejection: RowRejection, raw: Span<UInt8>, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: columns)
        try writer.integer32(part)
        try writer.integer(rejection.line)
        try writer.integer(rejection.byteOffset)
        try writer.integer(rejection.byteLength)
        try writer.text(rejection.reason.rawValue)
        if let column = rejection.column { try writer.text(column) } else { try writer.null() }
        try writer.text(rejection.explanation)
        try writer.bytes(raw)
        if let key = rejection.key { try writer.text(key) } else { try writer.null() }
        for _ in 0..<(Int(columns) - 9) { try writer.null() }
    }

    private func value(
        _ cell: Cell,
        of index: Int,
        in bytes: Span<UInt8>,
        to writer: inout CopyWriter
    ) throws {
        let type = fields[index].type
        switch cell {
        case .absent:
            try writer.null()
            if type.isPersonal { try writer.null() }
        case .integer(let value):
            switch type {
            case .flag: try writer.flag(value != 0)
            case .instant: try writer.instant(value)
            case .date: try writer.day(Int32(clamping: value))
            case .alcohol: try writer.integer32(Int32(clamping: value))
            default: try writer.integer(value)
            }
        case .text(let range): try writer.text(bytes.extracting(range))
        case .personal(_, let masked):
            try writer.text(bytes.extracting(masked))
            guard let token = rowTokens[index] else { return try writer.null() }
            try writer.token(high: token.high, low: token.low)
        }
    }

    private mutating func hash(_ draft: borrowing RecordDraft) -> (UInt64, UInt64) {
        content.removeAll(keepingCapacity: true)
        for index in fields.indices {
            if index >= founding {
                // Told apart by name: which fields a record lacks must not shift the others.
                guard draft.cells[index] != .absent else { continue }
                append(5, Array(fields[index].name.utf8)[...])
            }
            switch draft.cells[index] {
            case .absent: content.append(0)
            case .integer(let value):
                content.append(1)
                append(value)
            case .text(let range): append(2, draft.bytes[range])
            case .personal(_, let masked):
                guard let token = rowTokens[index] else {
                    append(3, draft.bytes[masked])
                    continue
                }
                content.append(4)
                append(token.high)
                append(token.low)
            }
        }
        return SHA256.hash16(content.span)
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { content.append(contentsOf: $0) }
    }

    private mutating func append(_ tag: UInt8, _ value: ArraySlice<UInt8>) {
        content.append(tag)
        withUnsafeBytes(of: UInt32(clamping: value.count).bigEndian) { content.append(contentsOf: $0) }
        content.append(contentsOf: value)
    }

    private func defects(of draft: borrowing RecordDraft) -> String {
        draft.defects.map { fields[$0.field].name + ":" + $0.reason.rawValue }.joined(separator: ",")
    }
}
