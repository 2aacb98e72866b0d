/// Walks through SQL and tells named parameters from everything that must be left as it is.
struct SQLScanner {
    enum Piece: Equatable {
        case text(ArraySlice<UInt8>)
        case parameter(String)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece, or nil at the end.
    mutating func next() throws(SQLTemplateError) -> Piece? {
        guard let byte = byte(at: position) else { return nil }
        let start = position
        switch byte {
        case UInt8(ascii: "'"): try skipQuote(byte, named: "a text in '…'", escapes: isEscapeText(at: start))
        case UInt8(ascii: "\""): try skipQuote(byte, named: "a name in \"…\"", escapes: false)
        case UInt8(ascii: "-") where self.byte(at: start + 1) == byte: skipLine()
        case UInt8(ascii: "/") where self.byte(at: start + 1) == UInt8(ascii: "*"): try skipComment()
        case UInt8(ascii: "$") where !isWord(self.byte(at: start - 1)): try skipDollar()
        case UInt8(ascii: ":") where self.byte(at: start + 1) == byte: position += 2
        case UInt8(ascii: ":"):
            if let name = parameter() { return .parameter(name) }
            position += 1
        default: position += 1
        }
        return .text(bytes[start..<position])
    }

    /// A name after a colon. After a word or a bracket the colon parts the bounds of an array slice.
    private mutating func parameter() -> String? {
        let before = byte(at: position - 1)
        guard !isWord(before), before != UInt8(ascii: "]"), before != UInt8(ascii: ")") else { return nil }
        guard let first = byte(at: position + 1), isLetter(first) else { return nil }
        var end = position + 1
        while isWord(byte(at: end)) { end += 1 }
        defer { position = end }
        return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    }

    private mutating func skipQuote(_ quote: UInt8, named what: String, escapes: Bool) throws(SQLTemplateError) {
        let start = position
        position += 1
        while let byte = byte(at: position) {
            position += 1
            if escapes, byte == UInt8(ascii: "\\") {
                position += 1
            } else if byte == quote {
                // A doubled quote stands for itself.
                guard self.byte(at: position) == quote else { return }
                position += 1
            }
        }
        throw .unclosed(what: what, line: line(of: start))
    }

    private mutating func skipLine() {
        while let byte = byte(at: position), byte != UInt8(ascii: "\n") { position += 1 }
    }

    /// Comments nest in PostgreSQL.
    private mutating func skipComment() throws(SQLTemplateError) {
        let start = position
        var depth = 0
        while let byte = byte(at: position) {
            let next = self.byte(at: position + 1)
            if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                (depth, position) = (depth + 1, position + 2)
            } else if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
                (depth, position) = (depth - 1, position + 2)
                if depth == 0 { return }
            } else {
                position += 1
            }
        }
        throw .unclosed(what: "a comment /* … */", line: line(of: start))
    }

    /// `$tag$ … $tag$`, or a lone dollar.
    private mutating func skipDollar() throws(SQLTemplateError) {
        let start = position
        var end = position + 1
        if let digit = byte(at: end), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
            throw .numberedParameter(line: line(of: start))
        }
        while isWord(byte(at: end)), byte(at: end) != UInt8(ascii: "$") { end += 1 }
        guard byte(at: end) == UInt8(ascii: "$") else {
            position += 1
            return
        }
        let tag = bytes[start...end]
        position = end + 1
        while position + tag.count <= bytes.count {
            if bytes[position..<(position + tag.count)].elementsEqual(tag) {
                position += tag.count
                return
            }
            position += 1
        }
        throw .unclosed(what: "a text in \(String(decoding: tag, as: UTF8.self))", line: line(of: start))
    }

    private func isEscapeText(at quote: Int) -> Bool {
        let before = byte(at: quote - 1)
        return (before == UInt8(ascii: "E") || before == UInt8(ascii: "e")) && !isWord(byte(at: quote - 2))
    }

    private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private func line(of index: Int) -> Int {
        bytes[..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private func isWord(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "$")
    }
}
