import Model
import Settings

/// Finds what parts the cells of a line: that which parts most lines into the same number of cells.
enum DelimiterSearch {
    private static let candidates = [",", "\t", ";", "|"].compactMap(\.utf8.first)
    private static let mostRows = 60

    static func find(
        _ dialect: CSVDialect,
        reader: (CSVDialect) -> CSVReader
    ) throws(UnreadableDelivery) -> UInt8 {
        var best = (delimiter: UInt8(ascii: ","), score: 0)
        for delimiter in candidates where !dialect.encoding.mayHide(delimiter) {
            var tried = dialect
            tried.delimiter = delimiter
            let score = try score(reader(tried))
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    /// How many of the first lines have the same number of cells, and more than one; of equal ones, more cells win.
    private static func score(_ reader: consuming CSVReader) throws(UnreadableDelivery) -> Int {
        var counts: [Int: Int] = [:]
        try reader.begin()
        for _ in 0..<mostRows {
            switch try reader.nextCells() {
            case .end: return score(of: counts)
            case .rejected: continue
            case .row(let count, _): counts[count, default: 0] += 1
            }
        }
        return score(of: counts)
    }

    private static func score(of counts: [Int: Int]) -> Int {
        counts.filter { $0.key > 1 }.map { $0.value * 1000 + min($0.key, 999) }.max() ?? 0
    }
}
