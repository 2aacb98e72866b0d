import CFreeXL
import Glibc
import Model

/// The rows of the sheet that is chosen in an old Excel workbook. The bytes of a row are not known: it is known by its
/// number.
final class XLSRows: SheetRows {
    private(set) var row: CellRow
    private(set) var place = RowPlace(line: 0, byteOffset: 0, byteLength: 0)
    /// Keeps the handle open.
    private let workbook: XLSWorkbook
    private let handle: UnsafeRawPointer
    private var rows: UInt32 = 0
    private var columns: UInt16 = 0
    private var number: UInt32 = 0

    init(_ workbook: XLSWorkbook, _ handle: UnsafeRawPointer, limits: RowLimits) {
        (self.workbook, self.handle) = (workbook, handle)
        row = CellRow(limits: limits)
        if freexl_worksheet_dimensions(handle, &rows, &columns) != FREEXL_OK { (rows, columns) = (0, 0) }
    }

    var bytesDone: Int64 { Int64(number) }

    func next() throws(UnreadableDelivery) -> Bool {
        while number < rows {
            row.reset()
            for column in 0..<columns { try put(column) }
            place = RowPlace(line: Int64(number) + 1, byteOffset: Int64(number), byteLength: 1)
            number += 1
            if row.count > 0 || row.fault != nil { return true }
        }
        return false
    }

    private func put(_ column: UInt16) throws(UnreadableDelivery) {
        var cell = FreeXL_CellValue()
        guard freexl_get_cell_value(handle, number, column, &cell) == FREEXL_OK else {
            throw .brokenWorkbook("\(number + 1), \(column + 1)")
        }
        let place = Int(column)
        switch CInt(cell.type) {
        case FREEXL_CELL_INT: row.put(place) { $0.append(contentsOf: String(cell.value.int_value).utf8) }
        case FREEXL_CELL_DOUBLE: row.put(place) { CellNumber.append(cell.value.double_value, to: &$0) }
        case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT, FREEXL_CELL_DATE, FREEXL_CELL_DATETIME, FREEXL_CELL_TIME:
            guard let text = cell.value.text_value else { return }
            let bytes = UnsafeBufferPointer(start: text, count: strlen(text))
            row.put(Array(bytes.lazy.map { UInt8(bitPattern: $0) }).span, place)
        default: return
        }
    }
}
