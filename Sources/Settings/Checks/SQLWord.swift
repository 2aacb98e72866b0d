/// One word, sign or parameter of a check's SQL.
struct SQLWord: Equatable {
    /// In lower case; a parameter begins with one colon.
    let text: String
    /// Counted from 1.
    let line: Int

    /// The words of SQL from which quotes and comments are gone. Signs are words of one character, but for `::`.
    static func words(of sql: BareSQL) -> [SQLWord] {
        let bytes = sql.bytes
        var (words, index, line): ([SQLWord], Int, Int) = ([], 0, 1)
        while index < bytes.count {
            let start = index
            index += 1
            switch bytes[start] {
            case 10: line += 1
            case 9, 13, 32: break
            case UInt8(ascii: ":") where index < bytes.count && bytes[index] == UInt8(ascii: ":"):
                index += 1
                words.append(SQLWord(text: "::", line: line))
            case UInt8(ascii: ":") where isParameter(bytes, at: start):
                while index < bytes.count, BareSQL.isWord(bytes[index]) { index += 1 }
                let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
                words.append(SQLWord(text: ":" + name, line: line))
            case let byte:
                if BareSQL.isWord(byte) { while index < bytes.count, BareSQL.isWord(bytes[index]) { index += 1 } }
                words.append(
                    SQLWord(text: String(decoding: bytes[start..<index], as: UTF8.self).lowercased(), line: line)
                )
            }
        }
        return words
    }

    /// After a word or a bracket a colon parts the bounds of an array; before a digit it is none of ours either.
    private static func isParameter(_ bytes: [UInt8], at index: Int) -> Bool {
        if index > 0 {
            let before = bytes[index - 1]
            guard !BareSQL.isWord(before), before != UInt8(ascii: "]"), before != UInt8(ascii: ")") else {
                return false
            }
        }
        guard index + 1 < bytes.count, BareSQL.isWord(bytes[index + 1]) else { return false }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
            && bytes[index + 1] != UInt8(ascii: "$")
    }
}
