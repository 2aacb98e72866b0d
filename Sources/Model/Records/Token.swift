/// A keyed hash of a personal value: equal for equal values, and telling nothing of them without the key.
package struct Token: Hashable, Comparable, Sendable {
    /// The sixteen bytes, as two halves so that comparing costs nothing.
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static func < (left: Token, right: Token) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
