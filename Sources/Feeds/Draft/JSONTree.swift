import FoundationEssentials

/// The shape of one JSON value: names within names.
indirect enum JSONTree: Decodable {
    case leaf
    case object([(name: String, value: JSONTree)])
    case list([JSONTree])

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Places of a list that are looked at.
    private static let longestList = 8
    private static let deepest = 16

    init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count < Self.deepest else {
            self = .leaf
            return
        }
        if let object = try? decoder.container(keyedBy: Name.self) {
            let names = object.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(try names.map { ($0.stringValue, try object.decode(JSONTree.self, forKey: $0)) })
        } else if var list = try? decoder.unkeyedContainer() {
            var values: [JSONTree] = []
            while !list.isAtEnd, values.count < Self.longestList { values.append(try list.decode(JSONTree.self)) }
            self = .list(values)
        } else {
            self = .leaf
        }
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// The names of its values, with dots between names within one another.
    func leaves(_ prefix: String = "") -> [String] {
        func within(_ name: String) -> String { prefix.isEmpty ? name : prefix + "." + name }
        return switch self {
        case .leaf: prefix.isEmpty ? [] : [prefix]
        case .object(let values): values.flatMap { $0.value.leaves(within($0.name)) }
        case .list(let values): values.enumerated().flatMap { $1.leaves(within("\($0)")) }
        }
    }
}
