/// Counts which columns of a table are empty in the same rows. Columns behind the first few are left out, for the work
/// grows with the square of them.
struct EmptyTogether {
    private var counts: [[Int64]]
    private let columns: Int

    private static let most = 24

    init(columns: Int) {
        self.columns = min(columns, Self.most)
        counts = Array(repeating: Array(repeating: 0, count: self.columns), count: self.columns)
    }

    mutating func take(_ row: [[UInt8]]) {
        // A row of one text is rather a note or a heading than the rest of a record.
        guard row.count(where: { !$0.isEmpty }) > 1 else { return }
        let empty = (0..<columns).filter { $0 >= row.count || row[$0].isEmpty }
        for index in empty {
            for other in empty { counts[index][other] += 1 }
        }
    }

    /// In how many rows each of the first columns is empty where this one is.
    func beside(_ column: Int) -> [Int64] { column < columns ? counts[column] : [] }
}
