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
    private let choices: TextMap
    private let refusesUnknown: Bool
    private let pattern: LinearPattern?
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

    private func read(
        _ text: Span<UInt8>,
        source: Span<UInt8>,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) {
        guard !text.isEmpty else { return }
        guard text.count <= RowMapper.longestValue else { throw tooLong(text.count) }
        switch reading {
        case .text: draft.putText(text, field)
        case .choice: try putChoice(text, into: &draft)
        case .instant(let time): draft.cells[field] = .integer(try time.instant(of: text).microseconds)
        case .date(let time): draft.cells[field] = .integer(Int64(try time.day(of: text).number))
        case .integer(let form):
            guard let number = form.integer(of: text), number >= 0 else { throw notANumber(text) }
            draft.cells[field] = .integer(number)
        case .flag:
            guard
                let flag = FlagWords.value(of: text) ?? HalfWidth.folded(text).flatMap({ FlagWords.value(of: $0.span) })
            else {
                throw CellFault(.choice, "既非是也非否 / neither yes nor no: \(CellFault.shown(text))")
            }
            draft.cells[field] = .integer(flag ? 1 : 0)
        case .alcohol(let alcohol): try putAlcohol(text, source: source, alcohol, into: &draft, on: day)
        case .organisation:
            let start = draft.bytes.count
            draft.put(Organisation.normalise(text, into: &draft.bytes), from: start, field)
        case .policeNumber:
            let start = draft.bytes.count
            draft.put(PoliceNumber.normalise(text, into: &draft.bytes), from: start, field)
        case .personID: draft.putPersonal(text, PersonID.self, field)
        case .personName: draft.putPersonal(text, PersonName.self, field)
        case .plate: draft.putPersonal(text, Plate.self, field)
        case .phone: draft.putPersonal(text, Phone.self, field)
        }
    }

    private func putChoice(_ text: Span<UInt8>, into draft: inout RecordDraft) throws(CellFault) {
        guard let word = choices.find(text) ?? HalfWidth.folded(text).flatMap({ choices.find($0.span) }) else {
            throw CellFault(
                .choice,
                "值不在列表中，请补充 values / not one of the known values, add it to `values`: \(CellFault.shown(text))"
            )
        }
        let value = choices.values[word]
        draft.putText(value.span, field)
    }

    private func putAlcohol(
        _ text: Span<UInt8>,
        source: Span<UInt8>,
        _ alcohol: AlcoholReading,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) {
        switch alcohol.read(text, on: day) {
        case .notANumber: throw notANumber(text)
        case .outOfRange:
            throw CellFault(
                .alcoholRange,
                "酒精值超出量程或为负 / alcohol beyond the range of a tester, or negative: \(CellFault.shown(text))"
            )
        case .noUnit:
            throw CellFault(
                .number,
                "数值没有单位，单位从不猜测 / a number without its unit, which is never guessed: \(CellFault.shown(text))"
            )
        case .otherUnit:
            throw CellFault(
                .number,
                "单位不在法规表中，或与声明的不同 / a unit the law tables do not know, or not the declared one: \(CellFault.shown(text))"
            )
        case .value(let value, let bearsUnit):
            draft.cells[field] = .integer(value.hundredths)
            guard draft.alcoholRaw.isEmpty else { return }
            let start = draft.bytes.count
            draft.bytes.append(copying: source)
            if !bearsUnit { draft.bytes.append(contentsOf: alcohol.suffix) }
            draft.alcoholRaw = start..<draft.bytes.count
        }
    }

    private func notANumber(_ text: Span<UInt8>) -> CellFault {
        CellFault(
            .number,
            "不是数字，或为负，或逗号有歧义 / no number, a negative one, or one with an ambiguous comma: \(CellFault.shown(text))"
        )
    }

    private func tooLong(_ count: Int) -> CellFault {
        CellFault(
            .tooLong,
            "\(count) 字节，至多 \(RowMapper.longestValue) 字节；请核对列与引号 / \(count) bytes where at most \(RowMapper.longestValue) are taken; check the columns and quotes"
        )
    }
}
