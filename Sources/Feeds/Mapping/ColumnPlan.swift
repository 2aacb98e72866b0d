import Model
import Settings

/// One field of the record: where its text stands in a row and what is done with it, worked out once for a delivery.
final class ColumnPlan: Sendable {
    /// The field's place in its kind's schema.
    let field: Int
    /// The columns of the source, for a person; the field's name where the value is constant.
    let name: String
    /// The columns' places in a row; empty for a constant.
    let columns: [Int]
    /// The only column's place, or -1 where there are several or none.
    let column: Int
    let constant: [UInt8]
    let gathering: ColumnMapping.Gathering
    let isRequired: Bool
    let reading: CellReading
    private let values: TextMap?
    private let absent: TextMap?
    private let otherwise: [UInt8]?
    /// The words of a choice.
    let choices: TextMap
    private let refusesUnknown: Bool
    /// What a text must fit, and which part of it counts.
    let pattern: LinearPattern?
    /// Whether full-width words are looked up in half width too; free text stays as it is.
    private let foldsWidth: Bool

    init(
        _ mapping: ColumnMapping,
        header: SourceHeader,
        schema: KindSchema,
        law: Law,
        format: FileFormat
    ) throws(UnreadableDelivery) {
        guard let index = schema.index(of: mapping.field) else {
            throw .definition("\(schema.kind.rawValue) 没有字段 / \(schema.kind.rawValue) has no field \(mapping.field)")
        }
        let type = schema.fields[index].type
        field = index
        isRequired = schema.fields[index].isRequired
        columns = mapping.constant == nil ? mapping.columns.compactMap { header.names.firstIndex(of: $0) } : []
        column = columns.count == 1 ? columns[0] : -1
        constant = Array((mapping.constant ?? "").utf8)
        name = mapping.constant == nil ? mapping.columns.joined(separator: " + ") : mapping.field
        reading = try CellReading(type, mapping, law: law, format: format)
        gathering = mapping.gathering
        refusesUnknown = mapping.refusesUnknown
        pattern = try Self.pattern(mapping)
        foldsWidth = type != .text && !type.isPersonal && !(mapping.values.isEmpty && mapping.absent.isEmpty)
        values = mapping.values.isEmpty ? nil : TextMap(mapping.values)
        absent = mapping.absent.isEmpty ? nil : TextMap(mapping.absent)
        otherwise = mapping.otherwise.map { Array($0.utf8) }
        if case .choice(let words) = type { choices = TextMap(words) } else { choices = TextMap([]) }
    }

    var readsAlcohol: Bool {
        if case .alcohol = reading { true } else { false }
    }

    private static func pattern(_ mapping: ColumnMapping) throws(UnreadableDelivery) -> LinearPattern? {
        guard let pattern = mapping.pattern else { return nil }
        do throws(LinearPatternError) {
            return try LinearPattern(pattern)
        } catch {
            throw .definition("\(mapping.field): pattern: \(error)")
        }
    }

    /// Whether a text says that there is no value.
    func isAbsent(_ text: Span<UInt8>) -> Bool { text.isEmpty || absent?.find(text) != nil }

    /// Puts a cell's decoded text into the draft.
    @inline(__always)
    func put(_ cell: Span<UInt8>, into draft: inout RecordDraft, on day: Day?) throws(CellFault) {
        let text = cell.extracting(Artefacts.range(of: cell))
        guard let pattern, !isAbsent(text) else { return try putText(text, into: &draft, on: day) }
        switch pattern.match(text) {
        case .captured(let range):
            let captured = text.extracting(range)
            try putText(captured.extracting(Trimming.range(of: captured)), into: &draft, on: day)
        case .nothing: try putText(text.extracting(first: 0), into: &draft, on: day)
        case .noMatch:
            throw CellFault(
                .shape,
                "不合 pattern 的文字，请核对 / the text does not fit `pattern`, check it: \(CellFault.shown(text))"
            )
        }
    }

    @inline(__always)
    private func putText(_ text: Span<UInt8>, into draft: inout RecordDraft, on day: Day?) throws(CellFault) {
        if try putKnown(text, source: text, into: &draft, on: day) { return }
        if foldsWidth, let folded = HalfWidth.folded(text) {
            if try putKnown(folded.span, source: text, into: &draft, on: day) { return }
        }
        if refusesUnknown {
            throw CellFault(
                .choice,
                "值不在 values 中，请补充 / not one of `values`, add it there: \(CellFault.shown(text))"
            )
        }
        if let otherwise { return try read(otherwise.span, source: text, into: &draft, on: day) }
        try read(text, source: text, into: &draft, on: day)
    }

    /// Whether the feed itself says what this text means.
    @inline(__always)
    private func putKnown(
        _ text: Span<UInt8>,
        source: Span<UInt8>,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) -> Bool {
        if let values, let entry = values.find(text) {
            let value = values.values[entry]
            try read(value.span, source: source, into: &draft, on: day)
            return true
        }
        return isAbsent(text)
    }

    /// Puts the feed's constant into the draft.
    func putConstant(into draft: inout RecordDraft, on day: Day?) throws(CellFault) {
        let value = constant
        try read(value.span, source: value.span, into: &draft, on: day)
    }
}
