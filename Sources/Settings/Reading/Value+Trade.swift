import Model

/// Values with a meaning of their own: times, alcohol, words of a list.
extension Value {
    /// A length of time such as `30s`, `5m`, `2h` or `1d`, in seconds.
    func seconds(_ range: ClosedRange<Int64>) -> Int64? {
        guard let text else { return nil }
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        let number = text.last.flatMap { units[$0] }.flatMap { unit -> Int64? in
            guard let count = Int64(text.dropLast()), count >= 0 else { return nil }
            let (product, overflow) = count.multipliedReportingOverflow(by: unit)
            return overflow ? nil : product
        }
        guard let number else {
            refuse("不是时长 / not a length of time", "写成 30s、5m、2h 或 1d / write 30s, 5m, 2h or 1d")
            return nil
        }
        guard range.contains(number) else {
            let (low, high) = (Self.length(range.lowerBound), Self.length(range.upperBound))
            refuse("时长超出范围 / the length is out of range", "写\(low)至\(high) / write \(low) to \(high)")
            return nil
        }
        return number
    }

    private static func length(_ seconds: Int64) -> String {
        for (unit, size) in [("d", 86400), ("h", 3600), ("m", 60)] as [(String, Int64)]
        where seconds > 0 && seconds.isMultiple(of: size) {
            return "\(seconds / size)\(unit)"
        }
        return "\(seconds)s"
    }

    var day: Day? {
        guard let text else { return nil }
        if let day = Day(iso: text) { return day }
        refuse("不是日期 / not a date", "写成 2025-03-01 / write it as 2025-03-01")
        return nil
    }

    /// Alcohol in mg/100 mL. More than 1000 no body survives.
    var alcohol: Alcohol? {
        guard let text else { return nil }
        if let value = DecimalText.scaled(text, by: 100), (0...100_000).contains(value) {
            return Alcohol(hundredths: value)
        }
        refuse(
            "不是毫克/100毫升数值 / not an amount in mg/100 mL",
            "写0至1000，至多两位小数 / write 0 to 1000 with at most two decimals"
        )
        return nil
    }

    /// A decimal number above zero, times `scale`, which must come out whole.
    func decimal(scale: Int64, most: Int64) -> Int64? {
        guard let text else { return nil }
        if let value = DecimalText.scaled(text, by: scale), value > 0, value / scale <= most { return value }
        refuse(
            "不是正的小数 / not a decimal number above zero",
            "写不超过\(most)的正数，精确到1/\(scale) / write a number up to \(most), exact to 1/\(scale)"
        )
        return nil
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let word = word(among: Choice.allCases.map(\.rawValue)) else { return nil }
        return Choice(rawValue: word)
    }

    /// One of the words known.
    func word(among known: [String]) -> String? {
        guard let text else { return nil }
        if known.contains(text) { return text }
        let cause = "没有 \(text) 这个取值 / there is no \(text) here"
        if let near = Spelling.nearest(to: text, among: known) {
            refuse(cause, "应为 \(near)? / did you mean \(near)?")
        } else {
            refuse(cause, "写其中之一 / write one of: \(known.joined(separator: ", "))")
        }
        return nil
    }
}
