/// Reads how a feed writes its CSV.
struct CSVDialectReader {
    let root: Section

    func read() -> CSVDialect? {
        defer { root.finish() }
        let encoding = root.required("encoding")?.choice(TextEncoding.self)
        let delimiter = root.optional("delimiter").map { byte($0) } ?? UInt8(ascii: ",")
        let quote = readQuote()
        let layout = TableLayoutReader(root: root).read()
        guard let encoding, let delimiter, let quote, let layout else { return nil }
        if encoding == .gb18030 {
            guard isSafe(delimiter, "delimiter"), quote.byte.map({ isSafe($0, "quote") }) ?? true else { return nil }
        }
        guard quote.byte != delimiter else {
            root.problem(
                root.has("quote") ? "quote" : "delimiter",
                "引号与分隔符相同 / quote and delimiter are the same",
                "用不同的字符 / use another character"
            )
            return nil
        }
        return CSVDialect(encoding: encoding, delimiter: delimiter, quote: quote.byte, layout: layout)
    }

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

    /// Within a character of GB18030 the second byte may be 0x40 to 0x7E and, in characters of four, 0x30 to 0x39: to
    /// split a line there would tear characters apart.
    private func isSafe(_ byte: UInt8, _ key: String) -> Bool {
        guard (0x30...0x39).contains(byte) || (0x40...0x7E).contains(byte) else { return true }
        root.problem(
            key,
            "在GB18030中可能是汉字的后半 / may be the second half of a character in GB18030",
            "改用逗号、分号或 tab / use a comma, a semicolon or tab"
        )
        return false
    }
}
