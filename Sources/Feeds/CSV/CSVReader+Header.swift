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
        try mark.check(against: dialect.encoding)
        window.consume(upTo: mark.length)
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
