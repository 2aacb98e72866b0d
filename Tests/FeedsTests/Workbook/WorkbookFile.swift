import Foundation
import Model
import Settings
import TestSupport
import Testing

@testable import Feeds

/// One row of a sheet as a test reads it.
struct SheetLine: Equatable, CustomStringConvertible {
    var number: Int64
    /// Up to the last cell that holds anything.
    var cells: [String]
    var reason: String?

    init(_ number: Int64, _ cells: [String], reason: String? = nil) {
        (self.number, self.cells, self.reason) = (number, cells, reason)
    }

    var description: String { "\(number): \(cells)" + (reason.map { " !" + $0 } ?? "") }
}

/// Reads the sheets of a workbook that are chosen.
func readSheets(
    _ bytes: [UInt8],
    _ choice: WorkbookShape.Sheets = .only,
    merged: WorkbookShape.Merged = .first,
    limits: RowLimits = .standard
) throws(UnreadableDelivery) -> [[SheetLine]] {
    let file = UnnamedFile(bytes)
    let workbook = try OpenedWorkbook.open(file.descriptor, size: Int64(bytes.count))
    var all: [[SheetLine]] = []
    for sheet in try SheetChoice.sheets(choice, of: workbook, limits: limits) {
        let rows = try workbook.rows(of: sheet, fillsMerged: merged == .fill, limits: limits)
        var lines: [SheetLine] = []
        while try rows.next() {
            let row = rows.row
            let cells = (0..<row.count).map { String(decoding: row.text[row.cells[$0].range], as: UTF8.self) }
            if row.fault == nil { #expect(String(decoding: row.text, as: UTF8.self) == cells.joined(separator: "\t")) }
            lines.append(SheetLine(rows.place.line, row.fault == nil ? cells : [], reason: row.fault?.reason.rawValue))
        }
        all.append(lines)
    }
    return all
}

func readSheet(
    _ workbook: XLSXBytes,
    merged: WorkbookShape.Merged = .first,
    limits: RowLimits = .standard
) throws(UnreadableDelivery) -> [SheetLine] {
    try readSheets(workbook.file, merged: merged, limits: limits).first ?? []
}
