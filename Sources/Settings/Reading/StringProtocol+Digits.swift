extension StringProtocol {
    /// Whether it is made of ASCII digits alone, and at least one.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
