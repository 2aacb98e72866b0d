/// Decimal arithmetic as it is done on paper, digit by digit: slow, and obviously right. The oracle of the alcohol tests.
struct LongDecimal {
    /// Digits from the last to the first.
    private var digits: [Int]
    /// How many of them stand behind the point.
    private var decimals: Int

    init(_ text: String) {
        digits = text.compactMap(\.wholeNumberValue).reversed()
        decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    }

    func times(_ other: LongDecimal) -> LongDecimal {
        var product = LongDecimal("0")
        product.digits = Array(repeating: 0, count: digits.count + other.digits.count)
        product.decimals = decimals + other.decimals
        for (left, first) in digits.enumerated() {
            for (right, second) in other.digits.enumerated() { product.digits[left + right] += first * second }
        }
        for place in product.digits.indices.dropLast() {
            product.digits[place + 1] += product.digits[place] / 10
            product.digits[place] %= 10
        }
        return product
    }

    /// Whole hundredths, the rest cut off.
    var hundredths: Int64 {
        var places = digits
        if decimals >= 2 {
            places.removeFirst(min(places.count, decimals - 2))
        } else {
            places.insert(contentsOf: Array(repeating: 0, count: 2 - decimals), at: 0)
        }
        return places.reversed().reduce(0) { $0 * 10 + Int64($1) }
    }
}
