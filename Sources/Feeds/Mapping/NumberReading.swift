import Model
import Settings

/// How the whole numbers of one column are written.
final class NumberReading: Sendable {
    private let form: NumberForm
    private let scale: Int64?
    private let allowsExponent: Bool
    /// What may stand behind a number; nil where nothing may.
    private let endings: TextMap?

    init(_ mapping: ColumnMapping, allowsExponent: Bool) {
        form = mapping.numbers
        scale = mapping.scale
        self.allowsExponent = allowsExponent
        endings = mapping.suffixes.isEmpty ? nil : TextMap(mapping.suffixes.map { NumberEnding.folded($0) })
    }

    /// The number, times the scale where there is one; nil where the text is none.
    @inline(__always)
    func integer(of text: Span<UInt8>) -> Int64? {
        guard let endings else { return plain(text) }
        let end = NumberEnding.start(in: text)
        let ending = NumberEnding.folded(text.extracting(end...))
        guard ending.isEmpty || endings.find(ending.span) != nil else { return nil }
        return plain(text.extracting(first: end))
    }

    private func plain(_ text: Span<UInt8>) -> Int64? {
        guard let scale else { return DecimalInteger.parse(text, form: form, allowsExponent: allowsExponent) }
        return DecimalInteger.scaled(text, by: scale, form: form)
    }
}
