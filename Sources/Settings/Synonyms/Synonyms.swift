package import Model

/// How sources of the trade call things: the words by which a new export's columns are recognised. All of it is data.
package struct Synonyms: Equatable, Sendable, Codable {
    package var kinds: [KindWords]
    /// The forms a time may have, the strictest first; of two that read a text alike the first is taken.
    package var times: [String]
    /// Names of columns that hold one part of a time each.
    package var timeParts: [PartWords] = []
    /// How rows begin that are sums, notes or signatures, `*` standing for any text.
    package var footers: [String]

    /// The words for one kind of record.
    package struct KindWords: Equatable, Sendable, Codable {
        package var kind: Kind
        /// Whether its sources deliver all of it or what is new, as a rule.
        package var contents: FeedDefinition.Contents
        package var fields: [FieldWords]
    }

    /// The parts of a time that columns may hold apart, in the order in which they are joined.
    package enum TimePart: String, CaseIterable, Sendable, Codable {
        case year, month, day, hour, minute, second
    }

    /// The names of columns with one part of a time.
    package struct PartWords: Equatable, Sendable, Codable {
        package var part: TimePart
        package var names: [String]
    }

    /// The words for one field.
    package struct FieldWords: Equatable, Sendable, Codable {
        package var field: String
        /// Names of columns, those that fit best first.
        package var names: [String]
        /// Names of a second column with the time of day, where `names` holds the day.
        package var clocks: [String]
        /// Whether its column may fill another field as well.
        package var isShared: Bool
        /// What the source's words mean.
        package var values: [String: String]
        /// Words for "none".
        package var absent: [String]
        /// What a number with a fraction is multiplied by.
        package var scale: Int64?
        /// The same value for all rows, where the file has one of these columns and none for the field.
        package var constant: String?
        package var constantBeside: [String]
    }

    /// Names are compared without regard to case, width, blanks and what joins words.
    package static func folded(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.lowercased().unicodeScalars.compactMap { scalar in
                    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
                    let plain = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                    return " _-./\\:：@　\t\n\r\"'*".unicodeScalars.contains(plain) ? nil : plain
                }
            )
        )
    }

    /// Every name of a column, folded.
    package var knownNames: Set<String> {
        let names = kinds.flatMap(\.fields).flatMap { $0.names + $0.clocks } + timeParts.flatMap(\.names)
        return Set(names.map(Self.folded))
    }
}
