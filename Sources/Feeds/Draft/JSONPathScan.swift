/// Looks through the beginning of a JSON document for the names that lead to its first array of objects.
///
/// It tells strings from brackets and nothing more: whether the document is sound its reader says.
struct JSONPathScan {
    /// The names of the open objects; nil for an array.
    private var open: [String?] = []
    private var lastText = ""

    static func path(in bytes: ArraySlice<UInt8>) -> [String]? {
        var scan = JSONPathScan()
        return scan.run(bytes)
    }

    private mutating func run(_ bytes: ArraySlice<UInt8>) -> [String]? {
        var rest = bytes
        var name: String?
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): lastText = Self.text(&rest)
            case UInt8(ascii: ":"): name = lastText
            case UInt8(ascii: ","): name = nil
            case UInt8(ascii: "["):
                open.append(name)
                // Rows within rows are none.
                if open.count > 16 { return nil }
                if Self.next(rest) == UInt8(ascii: "{") { return open.compactMap { $0 } }
                guard let end = Self.skipArray(rest) else { return nil }
                rest = end
                _ = open.popLast()
            case UInt8(ascii: "{"):
                open.append(name)
                name = nil
            case UInt8(ascii: "}"): _ = open.popLast()
            default: continue
            }
        }
        return nil
    }

    private static func next(_ rest: ArraySlice<UInt8>) -> UInt8? { rest.first { !JSONText.isBlank($0) } }

    /// What stands behind the array that was entered.
    private static func skipArray(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = bytes
        var depth = 1
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): _ = text(&rest)
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return rest }
            default: continue
            }
        }
        return nil
    }

    private static func text(_ rest: inout ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            bytes.append(byte)
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() { bytes.append(escaped) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
