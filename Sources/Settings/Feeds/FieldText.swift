import Model

/// Whether a text that stands in configuration is a value of a field.
struct FieldText {
    private let type: FieldType
    /// How times are written.
    private let formats: [String]
    private let zone: String?
    /// How numbers are.
    private let numbers: NumberForm
    /// Whether each cell names its own unit.
    private let namesUnit: Bool

    init(_ type: FieldType, _ mapping: ColumnMapping) {
        self.type = type
        formats = mapping.formats
        zone = mapping.zone
        numbers = mapping.numbers
        namesUnit = mapping.unit == ColumnMapping.unitInText
    }

    /// Why it is none, or nil.
    func fault(of text: String) -> (cause: String, remedy: String)? {
        switch type {
        case .choice(let words):
            guard !words.contains(text) else { return nil }
            if let near = Spelling.nearest(to: text, among: words) {
                return ("没有这个取值 / no such value", "应为 \(near)? / did you mean \(near)?")
            }
            return ("没有这个取值 / no such value", "写其中之一 / write one of: \(words.joined(separator: ", "))")
        case .flag:
            guard !["true", "false"].contains(text) else { return nil }
            return ("不是真假值 / neither true nor false", "写 true 或 false / write true or false")
        case .integer:
            guard DecimalInteger.parse(text.utf8Span.span, form: numbers) == nil else { return nil }
            return ("不是整数 / not a whole number", "写整数 / write a whole number")
        case .alcohol:
            return alcoholFault(of: text)
        case .organisation:
            guard text.utf8.count != 12 || !text.isDigits else { return nil }
            return ("不是机构代码 / not an organisation code", "写12位数字 / write twelve digits")
        case .instant, .date:
            return timeFault(of: text)
        case .text, .policeNumber, .personID, .personName, .plate, .phone:
            return nil
        }
    }

    private func alcoholFault(of text: String) -> (cause: String, remedy: String)? {
        let bytes = Array(text.utf8)
        let end = namesUnit ? NumberEnding.start(in: bytes.span) : bytes.count
        guard !namesUnit || (0 < end && end < bytes.count) else {
            return ("没有写明单位 / bears no unit", "写成如 0 mg/100mL / write it like 0 mg/100mL")
        }
        let number = String(decoding: bytes[..<end], as: UTF8.self)
        guard DecimalText.scaled(number, by: 1_000_000_000) == nil else { return nil }
        return ("不是数值 / not a number", "写小数 / write a decimal number")
    }

    private func timeFault(of text: String) -> (cause: String, remedy: String)? {
        let forms = formats.compactMap { try? TimeFormat($0) }
        guard !forms.isEmpty else { return nil }
        let zone = zone.flatMap { try? Zone($0) } ?? .china
        let bytes = text.utf8Span.span
        for form in forms
        where type == .date ? form.parseDay(bytes, zone: zone) != nil : form.parse(bytes, zone: zone) != nil {
            return nil
        }
        let shown = forms.map(\.pattern).joined(separator: ", ")
        return ("不是此格式的时间 / not a time of that form", "写成 \(shown) / write it as \(shown)")
    }
}
