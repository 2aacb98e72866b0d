package import Model
package import Settings

/// Turns the rows of one delivery into records, as the feed's definition says.
///
/// A cell's text is decoded, freed of the blanks around it (spaces, tabs, U+3000) and of what spreadsheets put there
/// (a leading `'`, `="…"`), and then looked up: in `values`, then in `absent`, then replaced by `otherwise`, and at last
/// read as its field's type. An empty text is no value, unless `values` says what it means.
package struct RowMapper: Sendable {
    private let schema: KindSchema
    private let decoder: TextDecoder
    private let quote: UInt8?
    /// In the order of the schema, but alcohol last, for its law depends on the day of the test.
    private let plans: [ColumnPlan]
    private let firstAlcohol: Int
    private let times: DraftTimes
    private let required: [Int]
    private let key: KeyWriter?
    /// The columns of each field, for a person.
    private let columnNames: [String]
    private var evidence: DeclaredEvidence
    private var raw: [UInt8] = []
    private var text: [UInt8] = []
    private var joined: [UInt8] = []

    /// Bytes of a value, and of a key; an index of PostgreSQL holds 2,704 in all.
    static let longestValue = 1000

    /// - Parameters:
    ///   - feed: as it is set up.
    ///   - law: whose units and thresholds bind it.
    ///   - header: the column names of the delivery.
    ///   - latest: a row that speaks of a later moment is rejected, for its deadline would never pass; nil takes any.
    /// - Throws: `UnreadableDelivery` where the header lacks a column the feed maps, has one it does not know, or the
    ///   definition does not fit the law or the kind.
    package init(feed: FeedDefinition, law: Law, header: SourceHeader, latest: Instant? = nil)
        throws(UnreadableDelivery)
    {
        try header.check(against: feed)
        let schema = feed.kind.schema
        var plans: [ColumnPlan] = []
        for mapping in feed.columns {
            plans.append(try ColumnPlan(mapping, header: header, schema: schema, law: law, format: feed.format))
        }
        plans.sort { $0.field < $1.field }
        let mapped = Set(plans.map(\.field))
        guard mapped.count == plans.count else { throw .definition("同一字段映射两次 / a field is mapped twice") }
        let alcohol = plans.filter(\.readsAlcohol)
        self.plans = plans.filter { !$0.readsAlcohol } + alcohol
        firstAlcohol = plans.count - alcohol.count
        self.schema = schema
        decoder = try TextDecoder(feed.format.encoding)
        evidence = DeclaredEvidence(feed.format.encoding)
        quote = feed.format.quote
        times = DraftTimes(schema, latest: latest)
        required = schema.fields.indices.filter { schema.fields[$0].isRequired }
        columnNames = schema.fields.indices.map { index in
            plans.first { $0.field == index }?.name ?? schema.fields[index].name
        }
        switch feed.key {
        case .row: key = nil
        case .fields(let names): key = try KeyWriter(names, namespace: feed.namespace, schema: schema)
        }
    }

    /// Says, behind the last row, whether the text was what the feed declares.
    ///
    /// - Throws: `UnreadableDelivery` where it decodes, but is plainly in another character set.
    package mutating func finish() throws(UnreadableDelivery) { try evidence.finish() }

    /// Fills the draft from one row.
    ///
    /// - Parameters:
    ///   - row: the text its cells stand in.
    ///   - fields: its cells, in the order of the header.
    ///   - place: where it stands.
    ///   - draft: emptied first.
    /// - Throws: `RowRejection` where the row cannot become a record; the draft is then of no use.
    package mutating func map(
        _ row: Span<UInt8>,
        fields: Span<SourceCell>,
        at place: RowPlace,
        into draft: inout RecordDraft
    ) throws(RowRejection) {
        draft.reset()
        draft.line = place.line
        draft.byteOffset = place.byteOffset
        draft.byteLength = place.byteLength
        var day: Day?
        for index in plans.indices {
            if index == firstAlcohol { day = times.day(of: draft) }
            do throws(CellFault) {
                try put(plans[index], row, fields, into: &draft, on: day)
            } catch {
                var rejection = place.rejection(
                    error.reason,
                    column: plans[index].name,
                    explanation: error.explanation
                )
                rejection.key = keyAllTheSame(row, fields, after: index, in: &draft)
                throw rejection
            }
        }
        for field in required {
            if case .absent = draft.cells[field] { throw missing(field, at: place) }
        }
        if let field = times.tooLate(in: draft) {
            throw place.rejection(
                .time,
                column: columnNames[field],
                explanation:
                    "时间在收到之后，请核对设备时钟与格式 / this time lies after the file was received; check the device's clock and the format"
            )
        }
        guard let key else { return }
        if let field = key.write(into: &draft) { throw missing(field, at: place) }
        if let written = draft.key, written.count > Self.longestValue {
            throw place.rejection(
                .tooLong,
                explanation:
                    "自然键超过 \(Self.longestValue) 字节 / the natural key takes more than \(Self.longestValue) bytes"
            )
        }
    }

    /// The natural key of a row one of whose cells is no value; nil where the key needs that one, or another like it.
    private mutating func keyAllTheSame(
        _ row: Span<UInt8>,
        _ fields: Span<SourceCell>,
        after failed: Int,
        in draft: inout RecordDraft
    ) -> String? {
        guard let key else { return nil }
        for index in plans.indices where index > failed && key.uses(plans[index].field) {
            do throws(CellFault) { try put(plans[index], row, fields, into: &draft, on: nil) } catch { return nil }
        }
        guard key.write(into: &draft) == nil, let written = draft.key, written.count <= Self.longestValue else {
            return nil
        }
        return String(decoding: draft.bytes[written], as: UTF8.self)
    }

    @inline(__always)
    private mutating func put(
        _ plan: ColumnPlan,
        _ row: Span<UInt8>,
        _ fields: Span<SourceCell>,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) {
        guard plan.column >= 0 else { return try putJoined(plan, row, fields, into: &draft, on: day) }
        let field = fields[plan.column]
        if try standsForItself(field, of: row) {
            try plan.put(row.extracting(field.range), into: &draft, on: day)
        } else {
            try plan.put(text.span, into: &draft, on: day)
        }
    }

    /// Several columns as one text; or none, for a constant.
    private mutating func putJoined(
        _ plan: ColumnPlan,
        _ row: Span<UInt8>,
        _ fields: Span<SourceCell>,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) {
        guard !plan.columns.isEmpty else { return try plan.putConstant(into: &draft, on: day) }
        joined.removeAll(keepingCapacity: true)
        for column in plan.columns {
            if try standsForItself(fields[column], of: row) {
                plan.gather(row.extracting(fields[column].range), into: &joined)
            } else {
                // Lending one buffer borrows the whole mapper, so the other steps outside meanwhile.
                var joining: [UInt8] = []
                swap(&joining, &joined)
                plan.gather(text.span, into: &joining)
                swap(&joining, &joined)
            }
        }
        try plan.put(joined.span, into: &draft, on: day)
    }

    /// Whether a cell's bytes are its text; otherwise the text was put into `text`.
    @inline(__always)
    private mutating func standsForItself(_ field: SourceCell, of row: Span<UInt8>) throws(CellFault) -> Bool {
        do throws(TextFault) {
            if !field.hasDoubledQuotes, try decoder.isUTF8Already(row.extracting(field.range)) { return true }
            if !decoder.isUTF8 { evidence.take(row.extracting(field.range)) }
            try decode(field, of: row)
            return false
        } catch {
            throw CellFault(error, encoding: decoder.encoding.rawValue)
        }
    }

    private mutating func decode(_ field: SourceCell, of row: Span<UInt8>) throws(TextFault) {
        text.removeAll(keepingCapacity: true)
        guard field.hasDoubledQuotes else { return try decoder.decode(row.extracting(field.range), into: &text) }
        raw.removeAll(keepingCapacity: true)
        raw.append(field: field, of: row, quote: quote)
        var decoded: [UInt8] = []
        swap(&decoded, &text)
        defer { swap(&decoded, &text) }
        try decoder.decode(raw.span, into: &decoded)
    }

    private func missing(_ field: Int, at place: RowPlace) -> RowRejection {
        place.rejection(
            .missing,
            column: columnNames[field],
            explanation: "缺少必填值 / a value is needed and missing: \(schema.fields[field].name)"
        )
    }
}
