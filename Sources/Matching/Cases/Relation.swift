import Model

/// What a stop and a case have in common, time left aside.
struct Relation {
    let isCited: Bool
    let isSamePerson: Bool
    /// IDs on both, and not the same.
    let isOtherPerson: Bool
    let isSamePlate: Bool
    /// An equal name within the same unit.
    let isSameName: Bool

    init(_ stop: Stop, _ record: CaseRecord, unitPrefixLength: Int) {
        isCited =
            record.recordNo != nil && record.device != nil
            && stop.tests.contains { $0.device == record.device && $0.recordNo == record.recordNo }
        isSamePerson = record.person.map(stop.persons.contains) ?? false
        isOtherPerson =
            record.person != nil && !record.isPersonDoubtful && !stop.surePersons.isEmpty && !isSamePerson
        isSamePlate = record.plate.map(stop.plates.contains) ?? false
        isSameName =
            (record.name.map(stop.names.contains) ?? false)
            && stop.unit.utf8.count >= unitPrefixLength
            && stop.unit.unicodeScalars.prefix(unitPrefixLength)
                .elementsEqual(record.unit.unicodeScalars.prefix(unitPrefixLength))
    }

    var reasons: [MatchReason] {
        var reasons: [MatchReason] = []
        if isCited { reasons.append(.citedRecord) }
        if isSamePerson { reasons.append(.samePerson) }
        if isSamePlate { reasons.append(.samePlate) }
        if isSameName { reasons.append(.sameNameAndUnit) }
        if isCited, isOtherPerson { reasons.append(.citedForAnother) }
        return reasons
    }

    /// The strength the pair would have, were its times near enough.
    var bestStrength: MatchStrength {
        if isCited || isSamePerson { return .strong }
        return isSamePlate ? .medium : .weak
    }
}
