import Model
package import Settings

/// Finds which columns fill which fields of a kind, and which kind explains a file best.
package struct KindSearch {
    private let columns: [ColumnEvidence]
    private let synonyms: Synonyms
    private let times: TimeSearch
    /// Whether names stand within names.
    private let isNested: Bool

    package init(_ sample: TableSample, _ synonyms: Synonyms) {
        columns = sample.columns.map { ColumnEvidence($0, forms: synonyms.times) }
        self.synonyms = synonyms
        times = TimeSearch(columns, parts: synonyms.timeParts)
        isNested =
            switch sample.format {
            case .json, .xml: true
            case .csv, .workbook: false
            }
    }

    /// All kinds, the best first.
    package func proposals() -> [KindProposal] {
        synonyms.kinds.enumerated().map { ($0.offset, proposal(of: $0.element)) }
            .sorted { $0.1.score != $1.1.score ? $0.1.score > $1.1.score : $0.0 < $1.0 }.map(\.1)
    }

    /// The one that was named, else the best that explains anything.
    static func choice(among proposals: [KindProposal], kind: Kind?) -> KindProposal? {
        proposals.first { kind == nil ? $0.isPlausible : $0.kind == kind }
    }

    private func proposal(of words: Synonyms.KindWords) -> KindProposal {
        var matches: [FieldMatch] = []
        var taken: Set<String> = []
        for field in words.fields {
            guard let match = match(words.kind, field, taken) else { continue }
            matches.append(match)
            if !field.isShared { taken.formUnion(Self.owned(match)) }
        }
        taken.formUnion(matches.flatMap(\.columns).map(\.column.name))
        for match in byContent(words, matches, taken) {
            matches.append(match)
            taken.insert(match.evidence.column.name)
        }
        let folded = Set(columns.map { Synonyms.folded($0.column.name) })
        let constants = words.fields.compactMap { field -> (Field, String)? in
            guard let value = field.constant, let index = words.kind.schema.index(of: field.field) else { return nil }
            let schema = words.kind.schema.fields[index]
            guard !matches.contains(where: { $0.field == schema }) else { return nil }
            return field.constantBeside.contains { folded.contains(Synonyms.folded($0)) } ? (schema, value) : nil
        }
        return KindProposal(
            words: words,
            matches: matches,
            constants: constants,
            unmapped: columns.filter { !taken.contains($0.column.name) }
        )
    }

    /// The columns no other field may have: days are told of several times.
    private static func owned(_ match: FieldMatch) -> [String] {
        match.columns.filter { !$0.isDay || match.columns.count == 1 }.map(\.column.name)
    }

    /// The first name of the field that a free column bears.
    private func match(_ kind: Kind, _ words: Synonyms.FieldWords, _ taken: Set<String>) -> FieldMatch? {
        guard let index = kind.schema.index(of: words.field) else { return nil }
        let field = kind.schema.fields[index]
        for name in words.names {
            for column in bearers(of: name) where !taken.contains(column.column.name) {
                var match = FieldMatch(field: field, words: words, evidence: column)
                if field.type == .instant {
                    match.time = times.time(column, clocks: words.clocks, taken: taken)
                    if match.time != nil { return match }
                } else if column.fits(field.type, scale: words.scale) {
                    if field.type == .date { match.time = TimeColumns(column) }
                    return match
                }
            }
        }
        guard field.type == .instant, field.isRequired, let time = times.timeOfParts(taken: taken),
            let first = time.columns.first
        else { return nil }
        return FieldMatch(field: field, words: words, evidence: first, time: time)
    }

    /// The columns of this name; where names stand within names, also those whose last one it is.
    private func bearers(of name: String) -> [ColumnEvidence] {
        let whole = columns.filter { ColumnName.bears($0.column.name, name) }
        guard isNested else { return whole }
        return whole
            + columns.filter { column in
                ColumnName.last(column.column.name).map { ColumnName.bears($0, name) } ?? false
            }
    }

    /// Identifiers tell themselves.
    private func byContent(
        _ words: Synonyms.KindWords,
        _ matches: [FieldMatch],
        _ taken: Set<String>
    ) -> [FieldMatch] {
        let kinds: [(FieldType, ValueShape)] = [(.personID, .personID), (.plate, .plate), (.phone, .phone)]
        return kinds.compactMap { type, shape in
            guard let field = words.kind.schema.fields.first(where: { $0.type == type }),
                !matches.contains(where: { $0.field == field }),
                let own = words.fields.first(where: { $0.field == field.name }),
                let column = columns.first(where: { !taken.contains($0.column.name) && $0.shape == shape })
            else { return nil }
            return FieldMatch(field: field, words: own, evidence: column, isByContent: true)
        }
    }
}
