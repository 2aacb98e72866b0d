/// How many rows of a file bear a key that an earlier row bore. Of all rows of one key one record is made.
package struct RepeatedKeys: Equatable, Sendable, Codable {
    /// Rows that say something else than the first of their key.
    package internal(set) var differing: Int64 = 0
    /// Rows that say the same as the first of their key.
    package internal(set) var alike: Int64 = 0
    /// The first rows that differ, each with the first of its key.
    package internal(set) var pairs: [Pair] = []
    /// Whether the last rows were not looked at, for there are too many different keys to remember.
    package internal(set) var isPartial = false

    package init() {}

    /// Two rows of one key that differ.
    package struct Pair: Equatable, Sendable, Codable {
        package let first: Place
        package let second: Place
    }

    /// Where a row stands.
    package struct Place: Equatable, Sendable, Codable {
        /// Counted from 0 in the order in which rows are read.
        package let number: Int64
        package let line: Int64
    }
}
