/// Tells whether records of a sheet share merged cells with the records above them.
enum MergedRows {
    /// - Parameters:
    ///   - plain: the rows as they stand.
    ///   - filled: the same with merged cells filled.
    /// - Returns: whether some column has more in it than titles and notes merged from side to side would give it.
    static func stand(in plain: SampleRows.Gathered, _ filled: SampleRows.Gathered) -> Bool {
        guard plain.columns.map(\.name) == filled.columns.map(\.name) else { return false }
        return zip(plain.columns, filled.columns).contains { before, after in
            after.filled - before.filled > filled.uniform
        }
    }
}
