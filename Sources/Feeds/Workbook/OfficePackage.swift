/// The parts of a workbook that is a ZIP file, found by their names.
struct OfficePackage {
    private let zip: ZIPFile
    /// The members by their names in lower case, for the names of parts know no case.
    private let members: [String: String]

    init(_ zip: ZIPFile) {
        self.zip = zip
        members = Dictionary(zip.names.map { (Self.key($0), $0) }) { first, _ in first }
    }

    func has(_ part: String) -> Bool { members[Self.key(part)] != nil }

    /// - Throws: `UnreadableDelivery` where the part is missing or cannot be read.
    func open(_ part: String) throws(UnreadableDelivery) -> any ByteSource {
        guard let name = members[Self.key(part)], let source = try zip.open(name) else {
            throw .brokenWorkbook("\(part) 缺失 / is missing")
        }
        return source
    }

    /// Reads a part from its beginning to its end.
    ///
    /// - Throws: `UnreadableDelivery` where the part is missing or no XML.
    func read(_ part: String, _ events: XMLEvents) throws(UnreadableDelivery) {
        let stream = try XMLStream(try open(part), events)
        while try stream.advance() {}
    }

    /// What another part refers to, as the name of a part: from the top where it begins with `/`, else from the folder of
    /// the one that refers to it.
    static func resolve(_ target: String, from part: String) -> String {
        var folders = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..": _ = folders.popLast()
            default: folders.append(String(step))
            }
        }
        return folders.joined(separator: "/")
    }

    private static func key(_ name: String) -> String {
        let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        return parts.joined(separator: "/").lowercased()
    }
}
