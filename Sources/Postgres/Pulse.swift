/// Tells somebody, while the server works on a long statement, that it still does.
///
/// A statement that hangs beats as well: whoever listens also sets a limit with which the server ends it.
package struct Pulse: Sendable {
    /// What a beat does; it must not block.
    let beat: @Sendable () -> Void
    /// After how long the server breaks a statement off, in milliseconds.
    let limit: Int32

    /// Milliseconds between beats.
    static let interval: Int32 = 2000

    /// - Parameters:
    ///   - limit: After how many milliseconds the server breaks a statement off.
    ///   - beat: What a beat does; it must not block.
    package init(limit: Int32, beat: @escaping @Sendable () -> Void) {
        self.limit = limit
        self.beat = beat
    }
}
