extension ExportTable {
    /// What stands in one place of a row, in forms that keep each value apart.
    enum Cell {
        case value(String)
        case missing
        /// Something that is no value, in whose place this was to stand.
        case spoilt(String)
    }

    /// The names of the columns where they name values one by one: without the unit, whose signs have a meaning there.
    var names: [String] { header.map { String($0.prefix { $0 != "(" }) } }

    /// A row as it leaves the vendor's program, where nothing but the values can go wrong: a lost column loses the row its
    /// time, and what a quotation mark does to a line of CSV is done to the time alone.
    func cells(of row: Row) -> [Cell] {
        var cells = row.fields.map(Cell.value)
        switch row.damage {
        case .badTime: cells[columns.time] = .value(Damage.time)
        case .impossibleValue: cells[columns.value] = .value(Damage.value)
        case .missingColumn: cells[columns.time] = .missing
        case .strayQuote: cells[columns.time] = .spoilt(row.fields[columns.time])
        case .undecodable: cells[columns.text] = .value(Damage.undecodableText)
        case nil: break
        }
        return cells
    }
}

extension Damage {
    static let time = "2025-13-45 27:61:00"
    static let value = "888.8"
    /// Its first character stands for one no character set knows.
    static let undecodableText = "\u{FFFD}路口"
}

extension String {
    /// Whether it is a number as any program writes it, so that nothing is lost where it is written as one.
    var isPlainNumber: Bool {
        let parts = split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first?.utf8, (1...9).contains(whole.count), whole.allSatisfy(Self.isDigit),
            whole.count == 1 || whole.first != UInt8(ascii: "0")
        else { return false }
        guard let fraction = parts.dropFirst().first?.utf8 else { return true }
        return (1...3).contains(fraction.count) && fraction.allSatisfy(Self.isDigit)
            && fraction.last != UInt8(ascii: "0")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
