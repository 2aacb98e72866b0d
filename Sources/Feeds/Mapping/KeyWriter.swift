import Model
import Settings

/// Writes the natural key of a record behind its other bytes: the values of its fields, joined by `|`.
///
/// A `|` or `\` within a value has a `\` before it, so that different records never have the same key.
struct KeyWriter: Sendable {
    private struct Part {
        let field: Int
        let type: FieldType
        let name: String
    }

    private let parts: [Part]
    /// What every key begins with.
    private let prefix: [UInt8]

    /// - Throws: `UnreadableDelivery` where a field does not exist or holds personal data, which no key may show.
    init(_ names: [String], namespace: String? = nil, schema: KindSchema) throws(UnreadableDelivery) {
        var parts: [Part] = []
        for name in names {
            guard let index = schema.index(of: name) else { throw .definition("key: \(name)") }
            let type = schema.fields[index].type
            guard !type.isPersonal else {
                throw .definition("key: \(name) 是个人信息 / \(name) is personal data and cannot be part of a key")
            }
            parts.append(Part(field: index, type: type, name: name))
        }
        self.parts = parts
        prefix = namespace.map { Array($0.utf8) + [UInt8(ascii: "|")] } ?? []
    }

    /// Whether the value of a field is part of the key.
    func uses(_ field: Int) -> Bool { parts.contains { $0.field == field } }

    /// - Returns: the place of the first field that has no value, and is then needed; nil where the key was written.
    func write(into draft: inout RecordDraft) -> Int? {
        let start = draft.bytes.count
        draft.bytes.append(contentsOf: prefix)
        for (number, part) in parts.enumerated() {
            if number > 0 { draft.bytes.append(UInt8(ascii: "|")) }
            switch draft.cells[part.field] {
            case .absent, .personal: return part.field
            case .text(let range): Self.append(range, of: &draft.bytes)
            case .integer(let value): Self.append(value, part.type, to: &draft.bytes)
            }
        }
        draft.key = start..<draft.bytes.count
        return nil
    }

    private static func append(_ range: Range<Int>, of bytes: inout [UInt8]) {
        for index in range {
            let byte = bytes[index]
            if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }

    private static func append(_ value: Int64, _ type: FieldType, to bytes: inout [UInt8]) {
        switch type {
        case .instant: Instant(microseconds: value).appendUTC(to: &bytes)
        case .date: Day(number: Int32(clamping: value)).append(to: &bytes)
        default: append(decimal: value, to: &bytes)
        }
    }

    private static func append(decimal value: Int64, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
