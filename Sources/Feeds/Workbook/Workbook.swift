/// A workbook of some format: its sheets, and the rows of one of them at a time.
protocol Workbook: AnyObject {
    /// In their order; charts are none.
    var sheets: [Sheet] { get }

    /// The rows of a sheet.
    ///
    /// - Parameters:
    ///   - sheet: one of `sheets`.
    ///   - fillsMerged: whether merged cells all take the value of their first one.
    ///   - limits: what is too long.
    /// - Returns: them, before the first.
    /// - Throws: `UnreadableDelivery` where the sheet cannot be read.
    func rows(of sheet: Sheet, fillsMerged: Bool, limits: RowLimits) throws(UnreadableDelivery) -> any SheetRows
}

/// One sheet of a workbook.
struct Sheet: Equatable {
    let name: String
    let isHidden: Bool
    /// Within the workbook, as its format needs it.
    let index: Int
}
