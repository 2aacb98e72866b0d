import Model

/// A record as the content of a frame.
enum RecordFrame {
    private enum Tag: UInt8 { case absent, integer, text, personal }

    static func append(_ draft: RecordDraft, to frame: inout [UInt8]) {
        frame.append(number: draft.line)
        frame.append(number: draft.byteOffset)
        frame.append(number: draft.byteLength)
        frame.append(number: draft.key == nil ? UInt8(0) : 1)
        append(draft.key ?? 0..<0, to: &frame)
        append(draft.alcoholRaw, to: &frame)
        frame.append(number: UInt16(clamping: draft.defects.count))
        for defect in draft.defects {
            frame.append(number: UInt16(clamping: defect.field))
            frame.append(counted: defect.reason.rawValue.utf8)
        }
        for cell in draft.cells { append(cell, to: &frame) }
        frame.append(contentsOf: draft.bytes)
    }

    private static func append(_ cell: Cell, to frame: inout [UInt8]) {
        switch cell {
        case .absent: frame.append(Tag.absent.rawValue)
        case .integer(let value):
            frame.append(Tag.integer.rawValue)
            frame.append(number: value)
        case .text(let range):
            frame.append(Tag.text.rawValue)
            append(range, to: &frame)
        case .personal(let clear, let masked):
            frame.append(Tag.personal.rawValue)
            append(clear, to: &frame)
            append(masked, to: &frame)
        }
    }

    private static func append(_ range: Range<Int>, to frame: inout [UInt8]) {
        frame.append(number: UInt32(clamping: range.lowerBound))
        frame.append(number: UInt32(clamping: range.upperBound))
    }

    /// Fills the draft from a frame.
    ///
    /// - Throws: `FrameCursor.Malformed` where it does not describe a record of the draft's kind.
    static func read(
        _ bytes: Span<UInt8>,
        _ content: Range<Int>,
        into draft: inout RecordDraft
    ) throws(FrameCursor.Malformed) {
        var cursor = FrameCursor(content)
        draft.reset()
        draft.line = try cursor.number(Int64.self, in: bytes)
        draft.byteOffset = try cursor.number(Int64.self, in: bytes)
        draft.byteLength = try cursor.number(Int64.self, in: bytes)
        let hasKey = try cursor.number(UInt8.self, in: bytes) != 0
        let key = try range(&cursor, bytes)
        draft.key = hasKey ? key : nil
        draft.alcoholRaw = try range(&cursor, bytes)
        let defects = try cursor.number(UInt16.self, in: bytes)
        for _ in 0..<defects {
            let field = Int(try cursor.number(UInt16.self, in: bytes))
            let word = try cursor.text(in: bytes)
            guard let reason = DefectReason(rawValue: word), field < draft.cells.count else {
                throw FrameCursor.Malformed()
            }
            draft.defects.append(Defect(field: field, reason: reason))
        }
        for index in draft.cells.indices { draft.cells[index] = try cell(&cursor, bytes) }
        draft.bytes.append(copying: bytes.extracting(cursor.rest()))
        guard isSound(draft) else { throw FrameCursor.Malformed() }
    }

    private static func cell(_ cursor: inout FrameCursor, _ bytes: Span<UInt8>) throws(FrameCursor.Malformed) -> Cell {
        switch Tag(rawValue: try cursor.number(UInt8.self, in: bytes)) {
        case .absent: return .absent
        case .integer: return .integer(try cursor.number(Int64.self, in: bytes))
        case .text: return .text(try range(&cursor, bytes))
        case .personal: return .personal(clear: try range(&cursor, bytes), masked: try range(&cursor, bytes))
        case nil: throw FrameCursor.Malformed()
        }
    }

    @inline(__always)
    private static func range(
        _ cursor: inout FrameCursor,
        _ bytes: Span<UInt8>
    ) throws(FrameCursor.Malformed) -> Range<Int> {
        let lower = Int(try cursor.number(UInt32.self, in: bytes))
        let upper = Int(try cursor.number(UInt32.self, in: bytes))
        guard lower <= upper else { throw FrameCursor.Malformed() }
        return lower..<upper
    }

    /// Whether every range lies within the draft's bytes.
    private static func isSound(_ draft: borrowing RecordDraft) -> Bool {
        let end = draft.bytes.count
        guard draft.alcoholRaw.upperBound <= end, (draft.key?.upperBound ?? 0) <= end else { return false }
        for cell in draft.cells {
            switch cell {
            case .absent, .integer: continue
            case .text(let range): guard range.upperBound <= end else { return false }
            case .personal(let clear, let masked):
                guard clear.upperBound <= end, masked.upperBound <= end else { return false }
            }
        }
        return true
    }
}
