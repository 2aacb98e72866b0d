/// Follows a document to its rows and pauses behind each.
final class XMLRows: XMLEvents {
    var row: XMLRow
    /// Where the last row stands, in bytes from 0, and the line it begins on.
    private(set) var range: Range<Int64> = 0..<0
    private(set) var firstLine: Int64 = 1
    /// Whether there is a place where rows may stand, and a row, and something else in their place.
    private(set) var foundPlace = false
    private(set) var foundRow = false
    private(set) var foundOther = false
    private let path: [[UInt8]]
    /// How many names of the path the open elements bear, from the top.
    private var matched = 0

    /// - Parameters:
    ///   - path: the names that lead to a row, its own last.
    ///   - row: takes the cells.
    init(path: [String], row: XMLRow) {
        self.path = path.map { Array($0.utf8) }
        self.row = row
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if matched == path.count { return row.start(name, attributes) }
        guard depth == matched + 1 else { return }
        if depth == path.count { foundPlace = true }
        guard name.is(path[matched]) else {
            foundOther = foundOther || depth == path.count
            return
        }
        matched += 1
        guard matched == path.count else { return }
        foundRow = true
        firstLine = line
        range = position
        row.begin(attributes)
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        if matched == path.count { row.append(bytes) }
    }

    override func end(_ name: XMLName) {
        if depth == path.count - 1, matched == depth { foundPlace = true }
        if matched == path.count {
            row.end()
            if depth == matched {
                range = range.lowerBound..<max(range.lowerBound, position.upperBound)
                pause()
            }
        }
        if depth == matched { matched -= 1 }
    }
}
