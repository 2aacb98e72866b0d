import Model
import Settings

/// Finds where the rows of an XML document stand, and which names they bear, from its first elements.
final class XMLOutline: XMLEvents {
    private var open: [String] = []
    private var places: [[String]: Place] = [:]
    private var elements = 0

    private struct Place {
        var order: Int
        var count = 0
        var hasChildren = false
        var attributes: [String] = []
    }

    private static let mostElements = 20_000
    private static let mostPlaces = 2000

    /// - Throws: `UnreadableDelivery` where the document breaks.
    static func of(_ source: any ByteSource) throws(UnreadableDelivery) -> XMLOutline {
        let beginning = try HeadSource(source, count: XMLEncoding.headSize)
        let isChinese = XMLEncoding.isChinese(beginning.head)
        let outline = XMLOutline()
        let bytes: any ByteSource = isChinese ? try GB18030Source(beginning) : beginning
        let stream = try XMLStream(bytes, outline, encoding: isChinese ? "UTF-8" : nil)
        _ = try stream.advance()
        return outline
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if !open.isEmpty { places[open]?.hasChildren = true }
        open.append(name.text)
        elements += 1
        if places[open] == nil, places.count < Self.mostPlaces { places[open] = Place(order: places.count) }
        places[open]?.count += 1
        let place = open
        attributes.forEach { name, _ in
            let text = name.text
            guard !name.hasPrefix("xmlns"), places[place]?.attributes.contains(text) == false else { return }
            places[place]?.attributes.append(text)
        }
        if elements >= Self.mostElements { pause() }
    }

    override func end(_ name: XMLName) { _ = open.popLast() }

    /// The path to the rows, and the names of the values in them: the uppermost elements that recur and hold something.
    var rows: (path: [String], names: [String])? {
        let candidates = places.filter { $0.key.count >= 2 && ($0.value.hasChildren || !$0.value.attributes.isEmpty) }
        let recurring = candidates.filter { $0.value.count > 1 }
        let chosen = (recurring.isEmpty ? candidates : recurring).min {
            $0.key.count != $1.key.count ? $0.key.count < $1.key.count : $0.value.order < $1.value.order
        }
        guard let path = chosen?.key else { return nil }
        let inside = places.filter { $0.key.count >= path.count && $0.key.starts(with: path) }
            .sorted { $0.value.order < $1.value.order }
        var names: [[String]] = []
        for (place, found) in inside {
            let relative = Array(place.dropFirst(path.count))
            if !found.hasChildren, !relative.isEmpty { names.append(relative) }
            names += found.attributes.map { relative + ["@" + $0] }
        }
        let hasDots = names.contains { $0.contains { $0.contains(".") } }
        return (path, names.map { $0.joined(separator: hasDots ? "/" : ".") })
    }
}
