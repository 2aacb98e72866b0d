import Model
import Settings

/// Finds which columns tell a time together: one alone, days and times of day, or year, month and so on.
struct TimeSearch {
    private let columns: [ColumnEvidence]
    private let parts: [Synonyms.PartWords]

    init(_ columns: [ColumnEvidence], parts: [Synonyms.PartWords]) {
        (self.columns, self.parts) = (columns, parts)
    }

    /// The time a column named for the field tells, with the columns beside it where it does not do so alone.
    ///
    /// - Parameters:
    ///   - named: bears a name of the field.
    ///   - clocks: the names of times of day of the field.
    ///   - taken: columns that fill other fields.
    /// - Returns: nil where it tells none.
    func time(_ named: ColumnEvidence, clocks: [String], taken: Set<String>) -> TimeColumns? {
        let days = columns.filter(\.isDay)
        if named.isClock {
            guard days.count == 1, let day = days.first else { return nil }
            return TimeColumns(day, named)
        }
        guard named.isDay else { return named.fits(.instant, scale: nil) ? TimeColumns(named) : nil }
        let free = columns.filter { $0.isClock && !taken.contains($0.column.name) }
        if let clock = free.first(where: { column in clocks.contains { ColumnName.bears(column.column.name, $0) } }) {
            return TimeColumns(named, clock)
        }
        var time = TimeColumns(named)
        if free.count == 1, days.count == 1, let clock = free.first {
            time = TimeColumns(named, clock)
            time.isClockGuessed = true
        } else {
            time.rivalClocks = free
        }
        return time
    }

    /// The time told by columns that are named year, month, day and, as far as they go, hour, minute and second.
    func timeOfParts(taken: Set<String>) -> TimeColumns? {
        var found: [(column: ColumnEvidence, letters: String)] = []
        for part in Synonyms.TimePart.allCases {
            let names = parts.first { $0.part == part }?.names ?? []
            let column = columns.first { column in
                !taken.contains(column.column.name) && (column.isNumeric || column.isEmpty)
                    && names.contains { ColumnName.bears(column.column.name, $0) }
            }
            guard let column else { break }
            found.append((column, Self.letters(part, column)))
        }
        return found.count >= 3 ? TimeColumns(found) : nil
    }

    private static func letters(_ part: Synonyms.TimePart, _ column: ColumnEvidence) -> String {
        switch part {
        // Years of the Republic have at most three digits.
        case .year: column.column.samples.allSatisfy { $0.utf8.count < 4 } && !column.isEmpty ? "R" : "yyyy"
        case .month: "M"
        case .day: "d"
        case .hour: "H"
        case .minute: "m"
        case .second: "s"
        }
    }
}
