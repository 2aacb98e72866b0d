extension Day {
    /// Such as `2025-03-01`.
    package var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the day as `2025-03-01`.
    package func append(to bytes: inout [UInt8]) {
        let (year, month, day) = civil
        if year < 0 { bytes.append(UInt8(ascii: "-")) }
        Digits.append(UInt64(year.magnitude), width: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Digits.append(UInt64(month.magnitude), width: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Digits.append(UInt64(day.magnitude), width: 2, to: &bytes)
    }

    /// Reads `2025-03-01` and nothing else.
    package init?(iso text: String) {
        self.init(iso: text.utf8.span)
    }

    /// Reads `2025-03-01` and nothing else.
    package init?(iso text: Span<UInt8>) {
        var index = 0
        guard let day = Day(iso: text, at: &index), index == text.count else { return nil }
        self = day
    }

    /// Reads a day at `index` and moves past it.
    init?(iso text: Span<UInt8>, at index: inout Int) {
        let end = text.count
        let dash = UInt8(ascii: "-")
        guard let year = Digits.read(4, 4, in: text, at: &index, until: end) else { return nil }
        guard index < end, text[index] == dash else { return nil }
        index += 1
        guard let month = Digits.read(2, 2, in: text, at: &index, until: end) else { return nil }
        guard index < end, text[index] == dash else { return nil }
        index += 1
        guard let day = Digits.read(2, 2, in: text, at: &index, until: end) else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
