/// A span in which a tester was used on the police themselves (工作日饮酒测试).
package struct InternalTestSpan: Sendable {
    /// Place in `Roster.testers`.
    package let tester: Int
    /// Seconds since 1970 UTC, as all times here.
    package let from: Int64
    package let to: Int64
    package let isSigned: Bool
    package let participants: Int
}
