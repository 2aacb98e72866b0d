/// What became of the rows of one delivery: `read` = `mapped` + `rejected`.
package struct DeliveryTally: Equatable, Sendable {
    /// Rows of the file, empty lines left out.
    package var read: Int64
    /// Rows that became records.
    package var mapped: Int64
    package var rejected: Int64

    package init(read: Int64 = 0, mapped: Int64 = 0, rejected: Int64 = 0) {
        self.read = read
        self.mapped = mapped
        self.rejected = rejected
    }

    static func += (tally: inout DeliveryTally, more: DeliveryTally) {
        tally.read += more.read
        tally.mapped += more.mapped
        tally.rejected += more.rejected
    }
}
