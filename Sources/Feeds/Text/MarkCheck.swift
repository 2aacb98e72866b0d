import Settings

extension ByteOrderMark {
    /// Refuses a mark that contradicts the declared set; a mark of that set is passed over.
    ///
    /// - Throws: `UnreadableDelivery`.
    func check(against encoding: TextEncoding) throws(UnreadableDelivery) {
        switch (self, encoding) {
        // Text of two bytes a unit is UTF-8 by now, and its mark that of UTF-8.
        case (.utf8, .utf8), (.gb18030, .gb18030), (.utf8, .utf16), (.utf8, .utf16LittleEndian),
            (.utf8, .utf16BigEndian):
            return
        default: throw .marked(name, declared: encoding.rawValue)
        }
    }

    private var name: String {
        switch self {
        case .utf8: TextEncoding.utf8.rawValue
        case .gb18030: TextEncoding.gb18030.rawValue
        case .utf16: TextEncoding.utf16.rawValue
        }
    }
}

extension UnreadableDelivery {
    fileprivate static func marked(_ found: String, declared: String) -> UnreadableDelivery {
        .wrongEncoding(
            "文件以 \(found) 标记开头，而配置为 \(declared) / the file begins with a mark of \(found), the feed declares \(declared)",
            "把 encoding 改为 \(found) 或 detect / set `encoding` to \(found), or to detect"
        )
    }
}
