import CFreeXL
import Glibc

/// An old Excel workbook (BIFF), as freexl reads it.
///
/// freexl holds the whole workbook in memory, and tells neither which cells are merged nor which sheets are hidden.
final class XLSWorkbook: Workbook {
    let sheets: [Sheet]
    private let handle: UnsafeRawPointer

    /// Bytes of a file; larger ones take more memory than a reader has. A sheet of BIFF has 65,536 rows at most.
    private static let largest: Int64 = 64 << 20

    /// Cells of all sheets together: a little more than one sheet may have, which takes freexl 256 MiB.
    private static let mostCells = 20_000_000

    /// - Parameters:
    ///   - descriptor: open for reading; it stays the caller's to close.
    ///   - size: of the file, in bytes.
    /// - Throws: `UnreadableDelivery` where it is no such workbook, or is protected by a password.
    init(_ descriptor: CInt, size: Int64) throws(UnreadableDelivery) {
        guard size <= Self.largest else { throw .unpacksTooMuch(Self.largest) }
        lseek(descriptor, 0, SEEK_SET)
        guard try XLSDimensions.cells(FileSource(descriptor)) <= Self.mostCells else {
            throw .tooManyCells(Self.mostCells)
        }
        var opened: UnsafeRawPointer?
        let answer = freexl_open("/proc/self/fd/\(descriptor)", &opened)
        guard let opened else { throw .notWorkbook("XLS, \(answer)") }
        handle = opened
        var sheets: [Sheet] = []
        var failure: UnreadableDelivery? = answer == FREEXL_OK ? nil : .notWorkbook("XLS, freexl \(answer)")
        if failure == nil, Self.info(FREEXL_BIFF_PASSWORD, opened) == FREEXL_BIFF_OBFUSCATED {
            failure = .encrypted("XLS")
        }
        if failure == nil {
            for index in 0..<min(Self.info(FREEXL_BIFF_SHEET_COUNT, opened), 10_000) {
                var name: UnsafePointer<CChar>?
                guard freexl_get_worksheet_name(opened, UInt16(truncatingIfNeeded: index), &name) == FREEXL_OK, let name
                else { continue }
                sheets.append(Sheet(name: String(cString: name), isHidden: false, index: Int(index)))
            }
        }
        self.sheets = sheets
        if let failure { throw failure }
    }

    deinit { freexl_close(handle) }

    func rows(of sheet: Sheet, fillsMerged: Bool, limits: RowLimits) throws(UnreadableDelivery) -> any SheetRows {
        guard !fillsMerged else { throw .mergedCellsUntold }
        guard freexl_select_active_worksheet(handle, UInt16(clamping: sheet.index)) == FREEXL_OK else {
            throw .brokenWorkbook(sheet.name)
        }
        return XLSRows(self, handle, limits: limits)
    }

    private static func info(_ what: CInt, _ handle: UnsafeRawPointer) -> UInt32 {
        var value: UInt32 = 0
        return freexl_get_info(handle, UInt16(truncatingIfNeeded: what), &value) == FREEXL_OK ? value : 0
    }
}
