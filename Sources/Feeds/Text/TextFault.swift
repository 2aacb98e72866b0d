import Model

/// Why bytes are no text, and where.
package struct TextFault: Error, Equatable, Sendable {
    package let kind: Kind
    /// The first byte at fault, counted from 0.
    package let offset: Int

    package enum Kind: Sendable {
        /// Not a character of the declared set, or one of its private-use characters.
        case undecodable
        /// A control character other than tab and line end.
        case control
        /// Sound characters which bear the traces of an earlier wrong decoding.
        case garbled
    }

    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    var reason: RowRejection.Reason {
        switch kind {
        case .undecodable, .garbled: .encoding
        case .control: .binary
        }
    }
}
