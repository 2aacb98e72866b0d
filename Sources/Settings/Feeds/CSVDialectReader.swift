import Model

/// Reads how a feed writes its CSV.
struct CSVDialectReader {
    let root: Section

    func read() -> CSVDialect? {
        defer { root.finish() }
        let encoding = root.required("encoding").flatMap { readEncoding($0) }
        let delimiter = root.optional("delimiter").map { byte($0) } ?? UInt8(ascii: ",")
        let quote = readQuote()
        let lastLine = root.optional("last_line").map { $0.choice(LastLine.self) } ?? .any
        let layout = TableLayoutReader(root: root).read()
        guard let encoding, let delimiter, let quote, let lastLine, let layout else { return nil }
        // A set still to be found may be any of those that can be.
        for encoding in encoding.declared.map({ [$0] }) ?? [.gb18030, .big5] {
            guard isSafe(delimiter, "delimiter", encoding) else { return nil }
            guard quote.byte.map({ isSafe($0, "quote", encoding) }) ?? true else { return nil }
        }
        guard quote.byte != delimiter else {
            root.problem(
                root.has("quote") ? "quote" : "delimiter",
                "引号与分隔符相同 / quote and delimiter are the same",
                "用不同的字符 / use another character"
            )
            return nil
        }
        return CSVDialect(
            encoding: encoding.declared ?? .utf8,
            encodingBy: encoding.declared == nil ? nil : .declared,
            delimiter: delimiter,
            quote: quote.byte,
            layout: layout,
            endsLastLine: lastLine == .ended
        )
    }

    /// How the last line of a sound file ends: like every other, or perhaps with the file.
    private enum LastLine: String, CaseIterable { case ended, any }

    /// The name of a character set, or `detect`.
    private func readEncoding(_ value: Value) -> (declared: TextEncoding?, Void)? {
        guard let text = value.text else { return nil }
        if text == Self.detect { return (nil, ()) }
        if let encoding = TextEncoding(named: text) { return (encoding, ()) }
        _ = value.word(among: TextEncoding.allCases.map(\.rawValue) + [Self.detect])
        return nil
    }

    /// Stands for a character set to be found in each file.
    private static let detect = "detect"

    /// `none` means that quotes mean nothing; without the key they are `"`.
    private func readQuote() -> (byte: UInt8?, Void)? {
        guard let value = root.optional("quote") else { return (UInt8(ascii: "\""), ()) }
        if value.text == "none" { return (nil, ()) }
        return byte(value).map { ($0, ()) }
    }

    private func byte(_ value: Value) -> UInt8? {
        guard let text = value.text else { return nil }
        if text == "tab" { return UInt8(ascii: "\t") }
        guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, ![0, 10, 13].contains(byte) else {
            value.refuse("不是单个ASCII字符 / not a single ASCII character", "写一个字符或 tab / write one character, or tab")
            return nil
        }
        return byte
    }

    private func isSafe(_ byte: UInt8, _ key: String, _ encoding: TextEncoding) -> Bool {
        guard encoding.mayHide(byte) else { return true }
        let name = encoding.rawValue.uppercased()
        root.problem(
            key,
            "在\(name)中可能是汉字的后半 / may be the second half of a character in \(name)",
            "改用逗号、分号或 tab / use a comma, a semicolon or tab"
        )
        return false
    }
}
