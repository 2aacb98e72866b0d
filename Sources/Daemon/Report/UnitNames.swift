import Model
import Settings

/// What units are called: by their own name, or by that of the brigade a squadron belongs to with the squadron's number.
struct UnitNames {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    subscript(code: String) -> (chinese: String, english: String) {
        if let unit = configuration.units.first(where: { $0.code == code }) {
            return (unit.nameChinese, unit.nameEnglish)
        }
        let county = code.prefix(Organisation.countyDigits)
        let brigade = county + String(repeating: "0", count: 12 - Organisation.countyDigits)
        guard let unit = configuration.units.first(where: { $0.code == brigade }) else { return (code, code) }
        guard let squadron = Int(code.dropFirst(county.count).prefix(Organisation.squadronDigits - county.count)),
            squadron > 0
        else { return (code, code) }
        return (
            "\(unit.nameChinese)\(Wording.ordinal(squadron))中队", "\(unit.nameEnglish), squadron \(squadron)"
        )
    }
}
