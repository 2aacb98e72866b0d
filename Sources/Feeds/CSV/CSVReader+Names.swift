import Model
import Settings

extension CSVReader {
    /// The names in a row that was split into `count` fields.
    func names(_ count: Int, in range: Range<Int>) throws(UnreadableDelivery) -> SourceHeader {
        let decoder = try TextDecoder(dialect.encoding)
        let bytes = window.bytes.span.extracting(range)
        var names: [String] = []
        for number in 0..<count {
            let name = try name(field(number), in: bytes, decoder)
            guard !name.isEmpty else { throw .unnamedColumn(number + 1, line: line) }
            if let first = names.firstIndex(of: name) { throw .duplicateColumn(number + 1, as: first + 1, line: line) }
            names.append(name)
        }
        let isASCII = PlainText.isPrintableASCII(bytes)
        return SourceHeader(names: names, line: line, looksLikeUTF8: !isASCII && isUTF8(bytes))
    }

    private func name(
        _ field: SourceCell,
        in bytes: Span<UInt8>,
        _ decoder: TextDecoder
    ) throws(UnreadableDelivery) -> String {
        var raw: [UInt8] = []
        raw.append(field: field, of: bytes, quote: dialect.quote)
        var text: [UInt8] = []
        do throws(TextFault) {
            try decoder.decode(raw.span, into: &text)
        } catch {
            guard error.kind == .undecodable else { throw .otherFormat("二进制文件 / a binary file") }
            throw wrongEncoding(of: raw)
        }
        let trimmed = Trimming.range(of: text.span)
        return String(decoding: text[trimmed], as: UTF8.self)
    }

    /// Says which character set the names are in, where it is the other one.
    private func wrongEncoding(of raw: [UInt8]) -> UnreadableDelivery {
        let other: TextEncoding = dialect.encoding == .utf8 ? .gb18030 : .utf8
        var text: [UInt8] = []
        let fits = (try? TextDecoder(other).decode(raw.span, into: &text)) != nil
        return .wrongEncoding(
            "列名不是 \(dialect.encoding.rawValue) / the column names are not \(dialect.encoding.rawValue)",
            line: line,
            fits
                ? "看起来是 \(other.rawValue)，请改 csv.encoding / they read as \(other.rawValue): set csv.encoding to it"
                : "请确认文件的编码 / find out the file's character set"
        )
    }

    private func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        do throws(TextFault) {
            try StrictUTF8.check(bytes)
            return true
        } catch {
            return false
        }
    }
}
