import Model
import Yams

/// One value of a file, read as what is wanted or complained of.
struct Value {
    private let node: Node
    private let section: Section
    private let key: String

    init(_ node: Node, section: Section, key: String) {
        self.node = node
        self.section = section
        self.key = key
    }

    private func wrong(_ text: String) { section.findings.add(section.file, node.mark, section.path(key), text) }

    /// Any plain text.
    var text: String? {
        guard case .scalar(let scalar) = node else {
            wrong("应为文字 / expected text")
            return nil
        }
        return scalar.string
    }

    /// Text that is not empty.
    var word: String? {
        guard let text else { return nil }
        if text.isEmpty { wrong("不能为空 / must not be empty") }
        return text.isEmpty ? nil : text
    }

    func integer(_ range: ClosedRange<Int64>) -> Int64? {
        guard let text, let number = Int64(text), range.contains(number) else {
            wrong(
                "应为\(range.lowerBound)至\(range.upperBound)的整数 / expected a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return number
    }

    var flag: Bool? {
        switch text {
        case "true": return true
        case "false": return false
        default:
            wrong("应为 true 或 false / expected true or false")
            return nil
        }
    }

    /// A length of time such as `30s`, `5m`, `2h` or `1d`, in seconds.
    var seconds: Int64? {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        if let text, let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()), number >= 0 {
            let (product, overflow) = number.multipliedReportingOverflow(by: unit)
            if !overflow { return product }
        }
        wrong("应为时长,如 30s 5m 2h 1d / expected a length of time such as 30s 5m 2h 1d")
        return nil
    }

    var day: Day? {
        if let text, let day = Day(iso: text) { return day }
        wrong("应为日期,如 2025-03-01 / expected a date such as 2025-03-01")
        return nil
    }

    /// Alcohol in mg/100 mL.
    var alcohol: Alcohol? {
        if let text, let value = DecimalText.scaled(text, by: 100) { return Alcohol(hundredths: value) }
        wrong("应为毫克/100毫升的数值,至多两位小数 / expected mg/100 mL with at most two decimals")
        return nil
    }

    /// A decimal number times `scale`, which must come out whole.
    func decimal(scale: Int64) -> Int64? {
        if let text, let value = DecimalText.scaled(text, by: scale) { return value }
        wrong("应为小数 / expected a decimal number")
        return nil
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: text, among: all).map { ",应为 \($0)? / did you mean \($0)?" } ?? ""
        wrong("只能是 \(all.joined(separator: "、")) 之一 / must be one of \(all.joined(separator: ", "))\(near)")
        return nil
    }

    /// A list, or a single value taken for a list of one.
    var list: [Value] {
        switch node {
        case .sequence(let sequence): sequence.map { Value($0, section: section, key: key) }
        default: [self]
        }
    }

    var texts: [String]? {
        let texts = list.map(\.word)
        return texts.contains(nil) ? nil : texts.compactMap { $0 }
    }

    var isMapping: Bool {
        if case .mapping = node { return true }
        return false
    }

    var inner: Section { Section(node, file: section.file, keyPath: section.path(key), section.findings) }

    /// Complains about this value.
    func refuse(_ text: String) { wrong(text) }
}
