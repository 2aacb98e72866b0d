import Feeds
package import Settings

/// The bytes of a rejected row as people may read them.
package enum RawText {
    /// How the row is built, and nothing of what it says: a letter for each letter, a digit for each digit. Whether a word
    /// is a name cannot be known, so none is shown.
    package static func shape(_ raw: [UInt8], as encoding: TextEncoding?) -> String {
        String(text(raw, as: encoding).map(stand(for:)))
    }

    /// The row in clear, with whatever could upset a terminal written as `\xNN`.
    package static func clear(_ raw: [UInt8], as encoding: TextEncoding?) -> String { text(raw, as: encoding) }

    private static func stand(for character: Character) -> Character {
        if character.isASCII {
            if character.isNumber { return "9" }
            if character.isLetter { return character.isUppercase ? "A" : "a" }
            return character
        }
        return character.isPunctuation || character.isWhitespace ? character : "某"
    }

    /// As far as the bytes are text of the set; the rest is escaped.
    private static func text(_ raw: [UInt8], as encoding: TextEncoding?) -> String {
        let raw =
            raw.last == UInt8(ascii: "\n") ? raw.dropLast(raw.dropLast().last == UInt8(ascii: "\r") ? 2 : 1) : raw[...]
        var decoded: [UInt8] = []
        if let encoding, let decoder = try? TextDecoder(encoding),
            (try? decoder.decode(Array(raw).span, into: &decoded)) != nil
        {
            return escaped(String(decoding: decoded, as: UTF8.self))
        }
        guard let text = String(validating: raw, as: UTF8.self) else { return raw.map(escape).joined() }
        return escaped(text)
    }

    private static func escape(_ byte: UInt8) -> String {
        if (0x20..<0x7F).contains(byte) { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }

    /// Controls and marks that turn the direction of writing are shown by their number.
    private static func escaped(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
                shown += scalar == "\t" ? "\\t" : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
