/// Blood-equivalent alcohol in integer hundredths of mg/100 mL.
package struct Alcohol: Hashable, Comparable, Sendable, Codable {
    package let hundredths: Int64

    package init(hundredths: Int64) { self.hundredths = hundredths }

    package static func < (left: Alcohol, right: Alcohol) -> Bool { left.hundredths < right.hundredths }
}
