/// What the name of a member is shown and known by. It names no file of this machine: nothing is written under it.
enum MemberName {
    /// Names without the mark of UTF-8 are in the character set of the machine that packed them. Here that is GB18030,
    /// where they are no UTF-8. Of a name that is no text, or holds control characters, odd bytes are written `\xNN`.
    static func text(of bytes: Span<UInt8>) -> String {
        if let text = decoded(bytes), !text.contains(where: { $0 < 0x20 }) {
            return String(decoding: text, as: UTF8.self)
        }
        return bytes.indices.map { escaped(bytes[$0]) }.joined()
    }

    /// Whether it belongs to what macOS puts beside the files it packs.
    static func isBeside(_ name: String) -> Bool {
        let last = name.split(separator: "/").last ?? ""
        return name.hasPrefix("__MACOSX/") || last.hasPrefix("._") || last == ".DS_Store"
    }

    private static func decoded(_ bytes: Span<UInt8>) -> [UInt8]? {
        do throws(TextFault) {
            try StrictUTF8.check(bytes)
            return bytes.indices.map { bytes[$0] }
        } catch {
            var text: [UInt8] = []
            guard let table = GB18030Table.shared, (try? table.decode(bytes, into: &text)) != nil else { return nil }
            return text
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        guard !PlainText.isPrintable(byte) else { return String(Unicode.Scalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
}
