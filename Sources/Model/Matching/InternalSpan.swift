/// A span in which a breath tester was used on the police themselves, by a register entry.
package struct InternalSpan: Equatable, Sendable {
    package var device: String
    package var from: Instant
    package var to: Instant
    /// Only a signed entry excuses.
    package var isSigned: Bool

    package init(device: String, from: Instant, to: Instant, isSigned: Bool) {
        self.device = device
        self.from = from
        self.to = to
        self.isSigned = isSigned
    }
}
