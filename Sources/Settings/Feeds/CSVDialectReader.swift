/// Reads how a feed writes its CSV.
struct CSVDialectReader {
    let root: Section

    func read() -> CSVDialect? {
        defer { root.finish() }
        let encoding = root.required("encoding")?.choice(TextEncoding.self)
        let delimiter = root.optional("delimiter").map { byte($0) } ?? UInt8(ascii: ",")
        let quote = root.optional("quote").map { value -> UInt8?? in
            value.text == "none" ? .some(nil) : byte(value).map { .some($0) }
        }
        let header = root.optional("header_row").map { $0.integer(1...1000) } ?? 1
        guard let encoding, let delimiter, let header else { return nil }
        let quoteByte: UInt8?
        switch quote {
        case .none: quoteByte = UInt8(ascii: "\"")
        case .some(.none): return nil
        case .some(.some(let byte)): quoteByte = byte
        }
        // Bytes from 0x30 on also occur inside a character of GB18030, and splitting there would tear it apart.
        if encoding == .gb18030, delimiter >= 0x30 && delimiter != UInt8(ascii: ";") {
            root.problem(
                "delimiter",
                "GB18030 文件不能用此分隔符(会切断汉字),请用逗号、分号或制表符 / this delimiter can be half of a GB18030 character; use comma, semicolon or tab"
            )
            return nil
        }
        return CSVDialect(encoding: encoding, delimiter: delimiter, quote: quoteByte, headerRow: Int(header))
    }

    private func byte(_ value: Value) -> UInt8? {
        guard let text = value.text else { return nil }
        if text == "tab" { return UInt8(ascii: "\t") }
        let bytes = Array(text.utf8)
        guard bytes.count == 1, let byte = bytes.first, byte < 0x80, byte != 0, byte != 10, byte != 13 else {
            value.refuse("应为一个ASCII字符或 tab / expected one ASCII character or tab")
            return nil
        }
        return byte
    }
}
