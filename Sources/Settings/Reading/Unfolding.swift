import Yams

/// Keeps a few lines with aliases (`*name`) from unfolding into gigabytes.
enum Unfolding {
    /// Deeper than any file here, and nothing a recursion could stumble over.
    private static let deepest = 32
    private static let mostNodes = 200_000
    /// Nodes that may be visited before anything is known of the tree.
    private static let mostVisits = 1 << 22

    /// Whether composing the text is safe: Yams compares keys, and a key may be an alias of aliases.
    ///
    /// Three uses of an alias multiply what they stand for by three at the most, so `n` of them unfold a file to no more
    /// than 3^(n/3) times its size. Whatever looks like an alias is counted, even within a comment.
    static func isBounded(_ bytes: [UInt8]) -> Bool {
        var visits = bytes.count
        for index in stride(from: 0, to: aliases(in: bytes), by: 3) {
            visits = index < 120 ? visits * 3 : mostVisits + 1
            guard visits <= mostVisits else { return false }
        }
        return true
    }

    private static func aliases(in bytes: [UInt8]) -> Int {
        var (count, before, isStar) = (0, UInt8(ascii: "\n"), false)
        for byte in bytes {
            let isName = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || isAlphanumeric(byte)
            if isStar, isName { count += 1 }
            isStar = byte == UInt8(ascii: "*") && !isAlphanumeric(before) && before != UInt8(ascii: ".")
            before = byte
        }
        return count
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Whether the tree with every alias written out is small and shallow.
    static func isSmall(_ root: Node) -> Bool {
        var open: [(node: Node, depth: Int)] = [(root, 1)]
        var seen = 0
        while let (node, depth) = open.popLast() {
            seen += 1
            guard seen <= mostNodes, depth <= deepest else { return false }
            switch node {
            case .mapping(let mapping):
                for pair in mapping { open += [(pair.key, depth + 1), (pair.value, depth + 1)] }
            case .sequence(let sequence): open += sequence.map { ($0, depth + 1) }
            case .scalar, .alias: break
            }
        }
        return true
    }
}
