/// A password or token: it can be sent, and never shows when it is printed.
package struct Secret: Sendable {
    /// The text itself, for the wire only.
    let text: String

    package init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "****" }
    package var debugDescription: String { "****" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
