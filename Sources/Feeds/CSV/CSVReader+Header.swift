import Model
import Settings

extension CSVReader {
    package mutating func begin() throws(UnreadableDelivery) {
        try window.fill()
        try skipMark()
        guard window.position < window.filled else { throw .emptyFile }
    }

    package mutating func skip(toLine wanted: Int64) throws(UnreadableDelivery) -> Bool {
        while line < wanted {
            guard window.position < window.filled else { return false }
            try skipLine()
        }
        return true
    }

    package mutating func looksBinary() -> Bool { window.holdsNUL(window.position..<window.filled) }

    /// Refuses what is recognisably no CSV of the declared character set, and passes over a byte-order mark.
    private mutating func skipMark() throws(UnreadableDelivery) {
        guard let mark = try mark() else { return }
        switch (mark, dialect.encoding) {
        case (.utf8, .utf8), (.gb18030, .gb18030):
            window.consume(upTo: mark.length)
        case (.utf8, .gb18030):
            throw .wrongEncoding(
                "文件以 UTF-8 标记开头，而配置为 GB18030 / the file begins with a UTF-8 mark, the feed declares GB18030",
                "把 csv.encoding 改为 utf-8 / set csv.encoding to utf-8"
            )
        case (.gb18030, .utf8):
            throw .wrongEncoding(
                "文件以 GB18030 标记开头，而配置为 UTF-8 / the file begins with a GB18030 mark, the feed declares UTF-8",
                "把 csv.encoding 改为 gb18030 / set csv.encoding to gb18030"
            )
        case (.utf16, _):
            throw .wrongEncoding(
                "文件是 UTF-16 / the file is UTF-16",
                "请导出为 UTF-8 或 GB18030 / export it as UTF-8 or GB18030"
            )
        }
    }

    private func mark() throws(UnreadableDelivery) -> ByteOrderMark? {
        let bytes = window.bytes.span.extracting(first: window.filled)
        if let format = FileSignature.name(of: bytes) { throw .otherFormat(format) }
        return ByteOrderMark(at: bytes)
    }

    private mutating func skipLine() throws(UnreadableDelivery) {
        guard let end = try endOfLine() else { return try skipEndlessLine() }
        let start = window.position
        guard !window.holdsNUL(start..<end) else { throw .otherFormat("二进制文件 / a binary file") }
        advance(to: end, lines: 1)
    }
}
