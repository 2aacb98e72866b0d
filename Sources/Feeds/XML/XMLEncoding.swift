/// Which character set a document says it is in, as far as expat needs to be helped.
enum XMLEncoding {
    /// Sets that are read as GB18030, which holds them all.
    private static let chinese = ["gb18030", "gbk", "gb2312", "gb_2312-80", "cp936", "ms936", "x-gbk", "chinese"]

    /// How much of a document's beginning its declaration may take.
    static let headSize = 1024

    /// Whether the document's declaration names GB18030 or a part of it.
    static func isChinese(_ head: [UInt8]) -> Bool {
        guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
            return false
        }
        let declaration = String(decoding: head[..<end], as: UTF8.self)
        guard let name = declaration.quoted(after: "encoding") else { return false }
        return chinese.contains(name.lowercased())
    }
}

extension String {
    /// What stands in quotes behind a word and an equals sign.
    fileprivate func quoted(after word: String) -> String? {
        let parts = split(whereSeparator: { $0 == "\"" || $0 == "'" })
        for (before, value) in zip(parts, parts.dropFirst()) {
            let name = before.split(whereSeparator: { $0.isWhitespace || $0 == "=" }).last
            if name.map(String.init) == word, before.contains("=") { return String(value) }
        }
        return nil
    }
}
