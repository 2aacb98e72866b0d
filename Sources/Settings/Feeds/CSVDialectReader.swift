/// Reads how a feed writes its CSV.
struct CSVDialectReader {
    let root: Section

    func read() -> CSVDialect? {
        defer { root.finish() }
        let encoding = root.required("encoding")?.choice(TextEncoding.self)
        let delimiter = root.optional("delimiter").map { byte($0) } ?? UInt8(ascii: ",")
        let quote = readQuote()
        let heading = readHeading()
        guard let encoding, let delimiter, let quote, let heading else { return nil }
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
        return CSVDialect(encoding: encoding, delimiter: delimiter, quote: quote.byte, heading: heading)
    }

    private func readHeading() -> CSVDialect.Heading? {
        let row = root.optional("header_row")
        let names = root.optional("names")
        guard row?.text == "none" else {
            names?.refuse(
                "文件有列名行，不用另写列名 / the file has a row of names, none are to be given",
                "删除 names；文件没有列名行时写 header_row: none / remove `names`, or set header_row: none"
            )
            guard names == nil, let number = row.map({ $0.integer(1...1000) }) ?? 1 else { return nil }
            return .row(Int(number))
        }
        guard let names else {
            row?.refuse(
                "没有列名行，也没有 names / no row of names, and no `names`",
                "按文件中的次序写 names: [列名, …] / give names: [name, …] in the order of the columns"
            )
            return nil
        }
        return names.someTexts.map { .absent(names: $0) }
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
