/// Where a test was made, in hundred-thousandths of a degree: a little more than a metre north or south.
package struct Position: Equatable, Sendable {
    package var longitude: Int64
    package var latitude: Int64

    /// Metres north of here.
    func north(_ metres: Int64) -> Position {
        Position(longitude: longitude, latitude: latitude + metres * 100_000 / 111_195)
    }

    /// Decimal degrees.
    static func text(_ number: Int64) -> String {
        "\(number / 100_000).\(LocalTime.padded(Int(number % 100_000), 5))"
    }
}
