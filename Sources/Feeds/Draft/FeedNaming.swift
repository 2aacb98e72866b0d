import Hashing
import Model

/// Names a feed after the file it was drafted from. Names of feeds name tables and folders too: ASCII letters, digits,
/// `-` and `_`.
enum FeedNaming {
    private static let longest = 40

    /// - Parameters:
    ///   - file: the name of the file.
    ///   - kind: of its records.
    /// - Returns: the letters of the file's name, without the numbers that change from file to file; where it has others
    ///   than ASCII, the kind and a mark that differs from name to name.
    static func name(of file: String, kind: Kind) -> String {
        let stem = file.prefix { $0 != "." }.lowercased()
        let letters = stem.filter { $0.isLetter || $0 == "-" || $0 == "_" }
        guard !letters.allSatisfy(\.isASCII) else {
            let name = letters.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
            return name.isEmpty ? plain(kind) : String(name.prefix(longest))
        }
        let mark = Hex.text(SHA256.hash(Array(letters.utf8))).prefix(4)
        return plain(kind) + "-" + mark
    }

    private static func plain(_ kind: Kind) -> String { kind.rawValue.replacing("_", with: "-") }
}
