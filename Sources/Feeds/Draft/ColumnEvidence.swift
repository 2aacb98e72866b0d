import Model
import Settings

/// What a column's values say of what it may hold.
package struct ColumnEvidence: Sendable {
    package let column: ColumnSample
    /// The order of preference of forms.
    private let forms: [String]

    init(_ column: ColumnSample, forms: [String]) {
        self.column = column
        self.forms = forms
    }

    package var isEmpty: Bool { column.filled == 0 }

    /// The forms that read its times; empty where it holds none. Counted times need other evidence than being numbers.
    var times: [String] {
        let most = column.times.values.max() ?? 0
        guard most > 0, Double(most) >= 0.8 * Double(column.filled) else { return [] }
        let best = forms.filter { column.times[$0] == most }
        // Any number may count days or seconds, so a form that is written out is the likelier one.
        let written = best.filter { !Self.isCounted($0) }
        return written.isEmpty ? best : written
    }

    var format: String? { times.first }

    /// Whether its values are written as times, not counted.
    var isTime: Bool { format.map { !Self.isCounted($0) } ?? false }

    /// Whether it names days alone, without the time of day.
    var isDay: Bool {
        guard isTime, let format, !format.hasPrefix("iso") else { return false }
        return !format.utf8.contains { "HhsX".utf8.contains($0) }
    }

    static func isCounted(_ form: String) -> Bool { ["excel", "excel-1904", "unix", "unix-ms"].contains(form) }

    /// Two forms between which no value decides.
    var ambiguity: [String] {
        guard let first = format, column.rivals.contains(first) else { return [] }
        return column.rivals.filter { times.contains($0) }.count > 1 ? column.rivals : []
    }

    /// Which identifier most of its values are.
    package var shape: ValueShape? {
        for shape in [ValueShape.personID, .plate, .phone] where share({ ValueShape($0) == shape }) >= 0.8 {
            return shape
        }
        return nil
    }

    var isNumeric: Bool {
        share { $0.utf8.contains { (0x30...0x39).contains($0) } && $0.utf8.first.map { $0 < 0x3A } == true } >= 0.6
    }

    /// The form of its times of day.
    var clockFormat: String {
        let withSeconds = column.samples.count { $0.split(separator: ":").count > 2 }
        if withSeconds == 0 { return "H:mm" }
        return withSeconds == column.samples.count ? "H:mm:ss" : "H:mm[:ss]"
    }

    /// Whether its values name a time of day alone.
    var isClock: Bool {
        share { text in text.contains(":") && text.utf8.allSatisfy { (0x30...0x3A).contains($0) } } >= 0.8
    }

    /// The masked first value, for a remark.
    package var masked: String? { column.samples.first.map { MaskedSample.text(of: $0, isTime: isTime) } }

    private func share(_ test: (String) -> Bool) -> Double {
        guard !column.samples.isEmpty else { return 0 }
        return Double(column.samples.count(where: test)) / Double(column.samples.count)
    }

    /// Whether a field of this type may hold its values; an empty column may hold anything.
    func fits(_ type: FieldType, scale: Int64?) -> Bool {
        if isEmpty { return true }
        return switch type {
        case .instant, .date: !times.isEmpty
        case .alcohol: isNumeric
        case .integer: isNumeric && (column.fractions == 0 || scale != nil)
        case .personID: shape != .plate && shape != .phone
        case .plate: shape != .personID && shape != .phone
        case .phone: shape != .personID && shape != .plate
        case .personName: shape == nil && !isTime && !isNumeric
        case .flag, .choice: column.words != nil
        case .text, .organisation, .policeNumber: true
        }
    }
}
