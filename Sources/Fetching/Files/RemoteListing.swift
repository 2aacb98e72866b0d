/// What lies in a directory on a server.
///
/// Servers list a directory in two ways: bare names, which are sure, and lines for people (as `ls -l` has them), of which
/// only the kind at the beginning and the name at the end are alike everywhere. Sizes and times are asked for file by
/// file; the line only serves to tell whether that is needed again.
struct RemoteListing {
    let entries: [Entry]
    /// Names that are no UTF-8, as far as they can be shown.
    let strangers: [String]

    struct Entry: Equatable {
        let name: String
        let line: String

        var isFile: Bool { line.hasPrefix("-") }
        var isDirectory: Bool { line.hasPrefix("d") }
    }

    init(names: [UInt8], lines: [UInt8]) {
        var (known, strangers): (Set<String>, [String]) = ([], [])
        for name in Self.lines(of: names) where !name.isEmpty {
            if let text = String(validating: name, as: UTF8.self) {
                known.insert(text)
            } else {
                strangers.append(String(decoding: name, as: UTF8.self))
            }
        }
        var entries: [Entry] = []
        for bytes in Self.lines(of: lines) {
            guard let line = String(validating: bytes, as: UTF8.self), let name = Self.name(in: line, known) else {
                continue
            }
            known.remove(name)
            entries.append(Entry(name: name, line: line))
        }
        (self.entries, self.strangers) = (entries, strangers)
    }

    /// The longest end of a line that is a name, before a link's `->`.
    private static func name(in line: String, _ known: Set<String>) -> String? {
        var rest = line[...]
        while let blank = rest.firstIndex(of: " ") {
            rest = rest[blank...].dropFirst()
            if known.contains(String(rest)) { return String(rest) }
            if line.hasPrefix("l"), let arrow = rest.firstRange(of: " -> "),
                known.contains(String(rest[..<arrow.lowerBound]))
            {
                return String(rest[..<arrow.lowerBound])
            }
        }
        return nil
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }
}
