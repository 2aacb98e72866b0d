/// A calendar day: days since 1970-01-01.
package struct Day: Hashable, Comparable, Sendable, Codable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
