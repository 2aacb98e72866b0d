import Model
import Settings

/// Reads the alcohol of one column, in the unit its feed declares, or where the feed says so in that of each cell.
///
/// A unit behind a number is never passed over: it must be the declared one, or one of the law's table.
final class AlcoholReading: Sendable {
    /// The unit as the feed names it, with a space before it; empty where each cell names its own.
    let suffix: [UInt8]
    private let scales: [AlcoholScale]
    /// The unit of a cell that names none; nil where each must.
    private let declared: Int?
    /// Folded spellings and the numbers of their scales.
    private let spellings: TextMap
    private let scaleOfSpelling: [Int]
    /// What else may stand behind a number.
    private let endings: TextMap

    /// What a cell turned out to be.
    enum Outcome {
        case value(Alcohol, bearsUnit: Bool)
        case notANumber
        case outOfRange
        case noUnit
        /// Not of the table, or not the declared one.
        case otherUnit
    }

    /// - Throws: `UnreadableDelivery` where the law knows no such unit, or no range.
    init(_ mapping: ColumnMapping, law: Law) throws(UnreadableDelivery) {
        guard let code = mapping.unit else {
            throw .definition("\(mapping.field): 没有声明酒精单位 / the column declares no unit")
        }
        let isInText = code == ColumnMapping.unitInText
        var codes: [String] = []
        for unit in law.units where !codes.contains(unit.code) { codes.append(unit.code) }
        let scales = codes.compactMap { AlcoholScale(unit: $0, law: law, form: mapping.numbers) }
        guard scales.count == codes.count, !scales.isEmpty, isInText || codes.contains(code) else {
            throw .definition("法规表中没有单位或量程 / the law tables know no unit \(code), or no threshold `range`")
        }
        self.scales = scales
        declared = isInText ? nil : codes.firstIndex(of: code)
        suffix = isInText ? [] : Array(" \(code)".utf8)
        var numbers: [String: String] = [:]
        for unit in law.units {
            guard let index = codes.firstIndex(of: unit.code) else { continue }
            for spelling in [unit.code] + unit.spellings { numbers[NumberEnding.folded(spelling)] = String(index) }
        }
        spellings = TextMap(numbers)
        scaleOfSpelling = spellings.values.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        endings = TextMap(mapping.suffixes.map { NumberEnding.folded($0) })
    }

    func read(_ text: Span<UInt8>, on day: Day?) -> Outcome {
        if let declared, Self.endsWithDigit(text) { return outcome(scales[declared].read(text, on: day), false) }
        let end = NumberEnding.start(in: text)
        guard end > 0 else { return .notANumber }
        let ending = NumberEnding.folded(text.extracting(end...))
        if let declared, ending.isEmpty || endings.find(ending.span) != nil {
            return outcome(scales[declared].read(text.extracting(first: end), on: day), false)
        }
        guard !ending.isEmpty else { return .noUnit }
        guard let spelling = spellings.find(ending.span) else { return .otherUnit }
        let scale = scaleOfSpelling[spelling]
        guard declared == nil || declared == scale else { return .otherUnit }
        return outcome(scales[scale].read(text.extracting(first: end), on: day), true)
    }

    private func outcome(_ outcome: AlcoholReader.Outcome, _ bearsUnit: Bool) -> Outcome {
        switch outcome {
        case .value(let alcohol): .value(alcohol, bearsUnit: bearsUnit)
        case .notANumber: .notANumber
        case .outOfRange: .outOfRange
        }
    }

    @inline(__always)
    private static func endsWithDigit(_ text: Span<UInt8>) -> Bool {
        text.count > 0 && (0x30...0x39).contains(text[text.count - 1])
    }
}
