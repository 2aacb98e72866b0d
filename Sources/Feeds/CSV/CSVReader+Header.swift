import Model
import Settings

extension CSVReader {
    /// Reads the column names, where the file has them. What stands before their line is skipped; a byte-order mark too.
    ///
    /// - Throws: `UnreadableDelivery` where the file is empty, is no CSV, is in another character set, or where a name is
    ///   missing or stands twice.
    package mutating func readHeader() throws(UnreadableDelivery) -> SourceHeader {
        if let header { return header }
        try window.fill()
        try skipMark()
        guard window.position < window.filled else { throw .emptyFile }
        let names = try readNames()
        header = names
        width = names.names.count
        return names
    }

    private mutating func readNames() throws(UnreadableDelivery) -> SourceHeader {
        switch dialect.heading {
        case .absent(let names): return SourceHeader(names: names, line: line, looksLikeUTF8: false)
        case .row(let number):
            while line < Int64(number) {
                guard window.position < window.filled else { throw .headerMissing(line: line, wanted: number) }
                try skipLine()
            }
            return try headerNames(onLine: number)
        }
    }

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

    private mutating func headerNames(onLine number: Int) throws(UnreadableDelivery) -> SourceHeader {
        while true {
            switch scanRow() {
            case .needsMore:
                try window.fill()
            case .broken(let reason):
                let start = window.position
                guard !window.holdsNUL(start..<window.filled) else { throw .otherFormat("二进制文件 / a binary file") }
                let found = ShapeFault.explanation(of: reason, found: 0, width: 0, limits)
                throw .headerBroken(line: line, found)
            case .row(let count, let contentEnd, let end, let lines):
                let start = window.position
                guard contentEnd > start else { throw .headerMissing(line: line, wanted: number) }
                guard !window.holdsNUL(start..<contentEnd) else { throw .otherFormat("二进制文件 / a binary file") }
                let header = try names(count, in: start..<contentEnd)
                advance(to: end, lines: lines)
                return header
            }
        }
    }
}
