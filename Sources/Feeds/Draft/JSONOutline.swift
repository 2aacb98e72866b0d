import FoundationEssentials
import Model
import Settings

/// Finds where the rows of a JSON file stand, and which names they bear.
enum JSONOutline {
    /// Rows looked at for their names.
    private static let mostRows = 500
    private static let mostNames = 256

    /// - Parameter head: the beginning of the file, without a mark and blanks before it.
    /// - Returns: nil where no array of objects, and no objects line by line, are found in it.
    static func layout(of head: ArraySlice<UInt8>) -> JSONShape.Layout? {
        if head.first == UInt8(ascii: "{") {
            let lines = head.split(separator: UInt8(ascii: "\n"), maxSplits: 2).prefix(2)
            let first = lines.first.map { Data($0) } ?? Data()
            let isObject = (try? JSONDecoder().decode(JSONTree.self, from: first))?.isObject == true
            let goesOn = lines.dropFirst().first?.first { !JSONText.isBlank($0) } == UInt8(ascii: "{")
            if isObject, goesOn { return .lines }
            if isObject, JSONPathScan.path(in: head) == nil { return .lines }
        }
        return JSONPathScan.path(in: head).map { .document(path: $0) }
    }

    /// The names of the values in the first rows, in the order they are met.
    static func names(_ reader: inout JSONReader) throws(UnreadableDelivery) -> [String] {
        var names: [String] = []
        _ = try reader.readHeader()
        for _ in 0..<mostRows {
            switch try reader.next() {
            case .end: return names
            case .rejected: continue
            case .row:
                let raw = reader.withRow { raw, _, _ in raw.withUnsafeBufferPointer { Data($0) } }
                guard let tree = try? JSONDecoder().decode(JSONTree.self, from: raw) else { continue }
                for name in tree.leaves() where !names.contains(name) && names.count < mostNames { names.append(name) }
            }
        }
        return names
    }
}
