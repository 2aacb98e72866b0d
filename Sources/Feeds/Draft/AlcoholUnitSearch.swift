import Model
import Settings

/// Finds the unit a column of alcohol names itself: in its heading, or behind its numbers.
struct AlcoholUnitSearch {
    let law: Law

    func unit(of column: ColumnSample) -> String? {
        if let text = ColumnName.bracketed(column.name), let code = code(Self.folded(text)) { return code }
        let endings = column.samples.map { Self.folded(String($0.drop { "0123456789.,- ".contains($0) })) }
        let named = endings.filter { !$0.isEmpty && code($0) != nil }
        return !named.isEmpty && named.count * 5 >= endings.count * 4 ? ColumnMapping.unitInText : nil
    }

    private func code(_ folded: String) -> String? {
        law.units.first { unit in ([unit.code] + unit.spellings).contains { Self.folded($0) == folded } }?.code
    }

    private static func folded(_ text: String) -> String {
        Synonyms.folded(text.replacing("µ", with: "u").replacing("μ", with: "u"))
    }
}
