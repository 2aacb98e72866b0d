/// How a column writes its numbers, as far as its feed says.
package struct NumberForm: Equatable, Sendable, Codable {
    /// What parts the whole from its fraction: `.` or `,`. Nil where the feed does not say: then a point, or a comma that
    /// cannot part thousands.
    package let decimal: UInt8?
    /// What parts thousands: `.`, `,`, a space or `'`. Nil where nothing may.
    package let grouping: UInt8?

    /// A feed that says nothing.
    package static let unspoken = NumberForm()

    /// Where only what parts thousands is given, the other of point and comma parts the fraction.
    package init(decimal: UInt8? = nil, grouping: UInt8? = nil) {
        self.grouping = grouping
        guard decimal == nil, let grouping else {
            self.decimal = decimal
            return
        }
        self.decimal = grouping == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    /// What a character between digits means.
    @inline(__always)
    func role(of scalar: UInt32) -> Role {
        guard let decimal else {
            if scalar == 0x2E { return .decimal }
            return scalar == 0x2C ? .decimalComma : .none
        }
        if scalar == UInt32(decimal) { return .decimal }
        guard let grouping else { return .none }
        // Word processors make the apostrophe a curly one.
        return scalar == UInt32(grouping) || (grouping == 0x27 && scalar == 0x2019) ? .grouping : .none
    }

    enum Role { case decimal, decimalComma, grouping, none }
}
