import Settings

/// Which names of a row are wanted, as a tree: a column named `vehicle.plate` is `plate` within `vehicle`. A name with a
/// `/` in it is parted there instead, for names of XML may have dots in them.
struct ColumnTree {
    /// The columns in the order of the cells.
    let names: [String]
    private(set) var nodes: [Node] = [Node(name: [], parent: -1)]

    /// What a name in the tree stands for.
    struct Node {
        /// Within its parent.
        fileprivate let name: [UInt8]
        fileprivate let parent: Int
        fileprivate(set) var children: [(name: [UInt8], node: Int)] = []
        /// The cell its value goes to.
        fileprivate(set) var column: Int?
        /// Known and left out on purpose, with all that is in it.
        fileprivate(set) var isIgnored = false

        func child(_ name: UnsafeRawBufferPointer) -> Int? {
            children.first { $0.name.count == name.count && name.elementsEqual($0.name) }?.node
        }

        func child(_ name: Span<UInt8>) -> Int? {
            for child in children where name.equals(child.name) { return child.node }
            return nil
        }

        fileprivate init(name: [UInt8], parent: Int) {
            self.name = name
            self.parent = parent
        }
    }

    /// Whether `place` is what this name stands for within `node`; false where there is no such place.
    func isChild(_ place: Int, named name: Span<UInt8>, of node: Int) -> Bool {
        guard nodes.indices.contains(place), nodes[place].parent == node else { return false }
        return name.equals(nodes[place].name)
    }

    /// The cell that a plain value at `place` goes to; nil where it is left out.
    func cell(of place: Int) -> Int? {
        guard nodes.indices.contains(place), !nodes[place].isIgnored else { return nil }
        return nodes[place].column
    }

    init(feed: FeedDefinition) {
        var names: [String] = []
        for column in feed.columns where column.constant == nil {
            for name in column.columns where !names.contains(name) { names.append(name) }
        }
        self.init(names: names)
        for name in feed.ignoredColumns {
            let place = node(at: name)
            nodes[place].isIgnored = true
        }
    }

    init(names: [String]) {
        self.names = names
        for (index, name) in names.enumerated() {
            let place = node(at: name)
            nodes[place].column = index
        }
    }

    private mutating func node(at path: String) -> Int {
        var place = 0
        for name in path.split(separator: path.utf8.contains(UInt8(ascii: "/")) ? "/" : ".") {
            let bytes = Array(name.utf8)
            if let known = nodes[place].children.first(where: { $0.name == bytes }) {
                place = known.node
            } else {
                nodes.append(Node(name: bytes, parent: place))
                nodes[place].children.append((bytes, nodes.count - 1))
                place = nodes.count - 1
            }
        }
        return place
    }
}
