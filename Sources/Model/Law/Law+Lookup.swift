/// What the law says on a given day. Where two rows are in force at once, the younger one counts.
extension Law {
    /// The line of `code`, or nil where none is in force that day.
    package func threshold(_ code: Threshold.Code, on day: Day) -> Alcohol? {
        Self.youngest(thresholds, on: day, validity: \.validity) { $0.code == code }?.alcohol
    }

    /// The conversion of the unit a feed declares, or nil where none is in force that day.
    package func unit(_ code: String, on day: Day) -> AlcoholUnit? {
        Self.youngest(units, on: day, validity: \.validity) { $0.code == code }
    }

    /// The time limit of `code`, or nil where none is in force that day.
    package func clock(_ code: String, on day: Day) -> Clock? {
        Self.youngest(clocks, on: day, validity: \.validity) { $0.code == code }
    }

    /// The bracket of a reading, or nil where the tables hold no lines for that day: then nothing is guessed.
    package func bracket(of alcohol: Alcohol, on day: Day) -> Bracket? {
        guard let drink = threshold(.drink, on: day), let drunk = threshold(.drunk, on: day) else { return nil }
        if alcohol >= drunk { return .drunk }
        return alcohol >= drink ? .drink : Bracket.none
    }

    private static func youngest<Row>(
        _ rows: [Row],
        on day: Day,
        validity: (Row) -> Validity,
        where matches: (Row) -> Bool
    ) -> Row? {
        var found: Row?
        for row in rows where matches(row) && validity(row).contains(day) {
            guard let known = found, validity(known).from >= validity(row).from else {
                found = row
                continue
            }
        }
        return found
    }
}
