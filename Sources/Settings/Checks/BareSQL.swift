/// SQL without its texts, quoted names and comments: blanks stand in their place, so that lines stay where they are.
struct BareSQL {
    let bytes: [UInt8]
    /// Line of a quote or comment that is never closed, counted from 1.
    let unclosedLine: Int?

    init(_ sql: String) {
        let source = Array(sql.utf8)
        var (bare, index): ([UInt8], Int) = ([], 0)
        var unclosed: Int?
        while index < source.count, unclosed == nil {
            let end = Self.endOfQuoted(source, from: index)
            if end == index {
                bare.append(source[index])
                index += 1
            } else if let end {
                bare += source[index..<end].map { $0 == 10 ? 10 : 32 }
                index = end
            } else {
                unclosed = source[..<index].count { $0 == 10 } + 1
            }
        }
        bytes = bare
        unclosedLine = unclosed
    }

    /// The end of what is quoted at `index`; `index` itself where nothing is, nil where it is never closed.
    private static func endOfQuoted(_ source: [UInt8], from index: Int) -> Int? {
        func at(_ place: Int) -> UInt8? { source.indices.contains(place) ? source[place] : nil }
        switch (source[index], at(index + 1)) {
        case (UInt8(ascii: "'"), _):
            let escapes = (at(index - 1).map { $0 | 0x20 } == UInt8(ascii: "e")) && !isWord(at(index - 2))
            return endOfQuote(source, from: index, escapes: escapes)
        case (UInt8(ascii: "\""), _): return endOfQuote(source, from: index, escapes: false)
        case (UInt8(ascii: "-"), UInt8(ascii: "-")): return source[index...].firstIndex(of: 10) ?? source.count
        case (UInt8(ascii: "/"), UInt8(ascii: "*")): return endOfComment(source, from: index)
        case (UInt8(ascii: "$"), _) where !isWord(at(index - 1)): return endOfDollar(source, from: index)
        default: return index
        }
    }

    /// A doubled quote within stands for itself.
    private static func endOfQuote(_ source: [UInt8], from start: Int, escapes: Bool) -> Int? {
        var index = start + 1
        while index < source.count {
            if escapes, source[index] == UInt8(ascii: "\\") {
                index += 2
            } else if source[index] == source[start] {
                guard index + 1 < source.count, source[index + 1] == source[start] else { return index + 1 }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }

    /// Comments nest in PostgreSQL.
    private static func endOfComment(_ source: [UInt8], from start: Int) -> Int? {
        var (index, depth) = (start, 0)
        while index + 1 < source.count {
            switch (source[index], source[index + 1]) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): (index, depth) = (index + 2, depth + 1)
            case (UInt8(ascii: "*"), UInt8(ascii: "/")): (index, depth) = (index + 2, depth - 1)
            default: index += 1
            }
            if depth == 0 { return index }
        }
        return nil
    }

    /// `$tag$ … $tag$`; a lone dollar is nothing quoted.
    private static func endOfDollar(_ source: [UInt8], from start: Int) -> Int? {
        guard let close = source[(start + 1)...].firstIndex(where: { !isWord($0) || $0 == UInt8(ascii: "$") }),
            source[close] == UInt8(ascii: "$")
        else { return start }
        let tag = source[start...close]
        var index = close + 1
        while index + tag.count <= source.count {
            if source[index..<(index + tag.count)].elementsEqual(tag) { return index + tag.count }
            index += 1
        }
        return nil
    }

    static func isWord(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            return true
        default: return byte >= 0x80
        }
    }
}
