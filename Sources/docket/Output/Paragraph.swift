import Model

/// A text in as many lines as it takes, those after the first set in.
struct Paragraph {
    let lines: [String]

    /// - Parameters:
    ///   - text: of one line, however long.
    ///   - width: columns there are.
    ///   - indent: blanks before the first line; four more before each other.
    init(_ text: String, width: Int, indent: Int = 0) {
        let margin = String(repeating: " ", count: indent)
        let broken = LineBreaking(first: width - indent, rest: width - indent - 4).lines(of: text.inOneLine)
        lines = broken.enumerated().map { $0 == 0 ? margin + $1 : margin + "    " + $1 }
    }

    /// - Parameters:
    ///   - sentence: with the blanks it is set in by before it.
    ///   - width: columns there are.
    init(indented sentence: String, width: Int) {
        let indent = sentence.prefix { $0 == " " }.count
        self.init(String(sentence.dropFirst(indent)), width: width, indent: indent)
    }
}
