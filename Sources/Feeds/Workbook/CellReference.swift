/// Where a cell stands, from names such as `AB12`.
struct CellReference: Equatable {
    /// Counted from 0.
    var column: Int
    /// Counted from 1; 0 where the name has none.
    var row: Int64

    /// No sheet is larger; what says so is taken for this.
    static let most: Int64 = 1 << 30

    /// - Returns: nil where the text does not begin with letters.
    init?<Bytes: Collection>(_ text: Bytes) where Bytes.Element == UInt8 {
        var column = 0
        var row: Int64 = 0
        var letters = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = min(Int(Self.most), column * 26 + Int(byte - UInt8(ascii: "A")) + 1)
                letters += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = min(Self.most, row * 10 + Int64(byte - UInt8(ascii: "0")))
            case UInt8(ascii: "$"): continue
            default: return nil
            }
        }
        guard letters > 0 else { return nil }
        (self.column, self.row) = (column - 1, row)
    }
}
