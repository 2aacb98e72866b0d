/// The rows of one sheet, one after the other. Rows that hold nothing are left out.
protocol SheetRows: AnyObject {
    /// Goes on to the next row that holds anything.
    ///
    /// - Returns: false behind the last one.
    /// - Throws: `UnreadableDelivery` where nothing more of the workbook can be believed.
    func next() throws(UnreadableDelivery) -> Bool

    /// What the last row holds.
    var row: CellRow { get }
    /// Where it stands: its number as people see it, its bytes within the sheet's own file.
    var place: RowPlace { get }
    /// Bytes of the sheet's own file that are behind the reader.
    var bytesDone: Int64 { get }
}
