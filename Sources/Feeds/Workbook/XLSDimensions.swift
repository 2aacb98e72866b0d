/// How many cells the sheets of an old Excel workbook say they have. freexl makes room for all of them, 16 bytes each,
/// whether they are there or not, and a file of a few kilobytes may say a great many.
enum XLSDimensions {
    /// The record of a sheet's size in BIFF8: number 0x0200, 14 bytes.
    private static let record: [UInt8] = [0x00, 0x02, 0x0E, 0x00]
    private static let length = 18

    /// What is said in plain sight is counted: a record that lies across two sectors is not seen.
    ///
    /// - Parameter source: of the file, from its beginning.
    /// - Returns: the cells of all sheets together.
    /// - Throws: `UnreadableDelivery` where the source cannot be read.
    static func cells(_ source: any ByteSource) throws(UnreadableDelivery) -> Int {
        var window = ByteWindow(reading: source, size: 1 << 18, largest: 1 << 18)
        var total = 0
        while true {
            try window.fill()
            total += count(window.bytes.span.extracting(window.position..<window.filled))
            guard !window.isAtEnd else { return total }
            let behind = max(window.position, window.filled - length + 1)
            window.consume(upTo: behind)
        }
    }

    private static func count(_ bytes: Span<UInt8>) -> Int {
        var (total, index) = (0, 0)
        while index + length <= bytes.count {
            index = bytes.firstPlace(of: record[1], from: index + 1) - 1
            guard index + length <= bytes.count else { break }
            if bytes.extracting(index..<bytes.count).starts(with: record) { total += cells(bytes, at: index + 4) }
            index += 1
        }
        return total
    }

    /// First row, row behind the last, first column, column behind the last, two zeros.
    private static func cells(_ bytes: Span<UInt8>, at index: Int) -> Int {
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[index + place + $1]) << (8 * $1) }
        }
        let (rows, columns) = (number(4, 4), number(10, 2))
        guard number(12, 2) == 0, rows <= 65_536, columns <= 256 else { return 0 }
        return rows * columns
    }
}
