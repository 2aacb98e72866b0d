import Model

/// The language of a letter. Both wordings of a phrase stand side by side where it is used.
struct Wording {
    let language: Language

    func callAsFunction(_ chinese: String, _ english: String) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// The wanted one of two texts from configuration or records; the other where it is empty.
    func either(_ chinese: String, _ english: String) -> String {
        let wanted = self(chinese, english)
        return wanted.isEmpty ? self(english, chinese) : wanted
    }

    /// `3 leads`, `1 lead`.
    func counted(_ count: some BinaryInteger, _ one: String, _ many: String) -> String {
        "\(grouped(count)) \(count == 1 ? one : many)"
    }

    /// A whole number with commas between the thousands, as both languages write it.
    func grouped(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    func listed(_ items: [String]) -> String {
        items.joined(separator: self("、", ", "))
    }
}
