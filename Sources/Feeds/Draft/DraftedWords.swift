import Model
import Settings

/// What the words of a column mean: those that are known, and those a person must explain.
struct DraftedWords {
    let known: [(key: String, value: String)]
    /// As they may be shown.
    let unknown: [String]

    private static let mostShown = 12

    init(_ match: FieldMatch) {
        let seen = match.evidence.column.words ?? []
        let values = match.words.values
        let allowed: [String] = if case .choice(let words) = match.field.type { words } else { [] }
        // Words in the same script as those that are there, for the next file may hold them.
        let scripts = Set(seen.filter { values[$0] != nil }.map(Self.isASCII))
        known = values.filter { seen.isEmpty || seen.contains($0.key) || scripts.contains(Self.isASCII($0.key)) }
            .sorted { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }
        let strange = seen.filter { word in
            guard values[word] == nil, !allowed.contains(word) else { return false }
            return match.field.type != .flag || FlagWords.value(of: Array(word.utf8).span) == nil
        }
        // Few words that recur are words of the trade; others may be names.
        let recur = Int64(clamping: seen.count) * 3 <= match.evidence.column.filled && seen.count <= Self.mostShown
        unknown = strange.prefix(Self.mostShown).map { word in
            recur && ValueShape(word) == nil ? word : MaskedSample.text(of: word, isTime: false)
        }
    }

    private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
