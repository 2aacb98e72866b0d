/// The column names of a delivery, in their order, each once.
package struct SourceHeader: Equatable, Sendable {
    package let names: [String]
    /// The physical line they stand on, counted from 1.
    package let line: Int64
    /// Whether the names' bytes are UTF-8 beyond ASCII, whatever the feed declares.
    package let looksLikeUTF8: Bool

    /// With one more name behind them.
    func adding(_ name: String) -> SourceHeader {
        SourceHeader(names: names + [name], line: line, looksLikeUTF8: looksLikeUTF8)
    }

    package init(names: [String], line: Int64, looksLikeUTF8: Bool) {
        self.names = names
        self.line = line
        self.looksLikeUTF8 = looksLikeUTF8
    }
}
