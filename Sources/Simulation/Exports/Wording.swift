/// Values as vendors print them.
enum Wording {
    static func time(_ seconds: Int64?) -> String { seconds.map(LocalTime.text) ?? "" }

    /// A moment as it is shown at a time: not before it came.
    static func time(_ seconds: Int64?, knownAt time: Int64) -> String {
        seconds.map { $0 <= time ? LocalTime.text($0) : "" } ?? ""
    }

    /// Hundredths with as many decimals as they need, such as `88`, `45.3` or `45.32`.
    static func decimal(_ hundredths: Int64?) -> String {
        guard let hundredths else { return "" }
        let rest = Int(hundredths % 100)
        if rest == 0 { return String(hundredths / 100) }
        return "\(hundredths / 100)." + (rest % 10 == 0 ? String(rest / 10) : LocalTime.two(rest))
    }

    /// Thousandths with all three decimals, such as `0.206`.
    static func thousandths(_ number: Int64) -> String {
        "\(number / 1000).\(LocalTime.padded(Int(number % 1000), 3))"
    }

    /// A plate with the mark between place and serial, as some systems print it.
    static func plate(_ plate: String?, mark: String) -> String {
        guard let plate else { return "" }
        return plate.prefix(2) + mark + plate.dropFirst(2)
    }

    /// Sixteen hex digits that stand for an integrity code.
    static func integrity(_ number: String) -> String {
        var chance = SplitMix64(seed: 0, stream: number)
        let digits = String(chance.next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
