/// Character sets a feed may declare. The raw value is fit to be stored and shown.
package enum TextEncoding: String, Sendable, CaseIterable, Codable {
    case utf8 = "utf-8"
    /// All of GB18030, and so GBK and GB 2312 too.
    case gb18030
    case big5
    /// With a mark that tells the order of the bytes.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1253 = "windows-1253"
    case windows1254 = "windows-1254"
    case windows1256 = "windows-1256"
    case windows1257 = "windows-1257"
    case iso8859x1 = "iso-8859-1"
    case iso8859x2 = "iso-8859-2"
    case iso8859x5 = "iso-8859-5"
    case iso8859x15 = "iso-8859-15"
    case koi8r = "koi8-r"

    /// By the name people use, whatever its case: the raw value, or another name of the same set or a smaller one.
    package init?(named name: String) {
        let name = name.lowercased()
        guard let encoding = TextEncoding(rawValue: Self.otherNames[name] ?? name) else { return nil }
        self = encoding
    }

    private static let otherNames = [
        "utf8": "utf-8", "utf-8-sig": "utf-8", "utf-8 with bom": "utf-8", "utf16": "utf-16",
        "gbk": "gb18030", "gb2312": "gb18030", "gb-18030": "gb18030", "cp936": "gb18030",
        "big-5": "big5", "cp950": "big5", "big5-hkscs": "big5",
        "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253",
        "cp1254": "windows-1254", "cp1256": "windows-1256", "cp1257": "windows-1257", "latin1": "iso-8859-1",
    ]

    /// Whether text is turned into UTF-8 before it is split into rows, for its line ends and delimiters are no single
    /// bytes.
    package var isWide: Bool { self == .utf16 || self == .utf16LittleEndian || self == .utf16BigEndian }

    /// Whether a byte of ASCII may be the latter part of a character, so that to split a line there would tear it apart.
    /// Second bytes are 0x40 to 0x7E in both sets, and in characters of four bytes 0x30 to 0x39.
    package func mayHide(_ byte: UInt8) -> Bool {
        switch self {
        case .gb18030: (0x30...0x39).contains(byte) || (0x40...0x7E).contains(byte)
        case .big5: (0x40...0x7E).contains(byte)
        default: false
        }
    }
}
