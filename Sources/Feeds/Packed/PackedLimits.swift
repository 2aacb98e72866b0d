/// How much may come out of a packed file, so that no small file can fill a machine.
///
/// These are limits of the machine, the same for every feed. Deflate packs at most 1,032 to 1; exports of text lie
/// between 5 and 30 to 1, the XML of worksheets up to 60 to 1.
package struct PackedLimits: Equatable, Sendable {
    /// How many members a file may have.
    package var members: Int
    /// Bytes of all members together, unpacked.
    package var bytes: Int64
    /// How many times the packed file its content may be.
    package var ratio: Int64
    /// Bytes up to which the ratio does not matter.
    package var ratioFrom: Int64

    package init(members: Int, bytes: Int64, ratio: Int64, ratioFrom: Int64) {
        self.members = members
        self.bytes = bytes
        self.ratio = max(1, ratio)
        self.ratioFrom = ratioFrom
    }

    /// 1,000 members; 2 GiB, as much as a plain file may have; 100 to 1 above 64 MiB.
    package static let standard = PackedLimits(members: 1000, bytes: 2 << 30, ratio: 100, ratioFrom: 64 << 20)

    /// Of the texts that cells of a workbook share, each counted as often as a cell refers to it: a reference takes at
    /// least two bytes when packed, a text of a register seldom a kilobyte.
    package static let repeated = PackedLimits(members: 1000, bytes: 2 << 30, ratio: 500, ratioFrom: 64 << 20)

    /// The most bytes that may come out of a file of this size.
    func most(of packed: Int64) -> Int64 {
        let (product, overflows) = packed.multipliedReportingOverflow(by: ratio)
        return min(bytes, max(ratioFrom, overflows ? bytes : product))
    }
}
