/// A workbook as ECMA-376 (ISO/IEC 29500) has it, in its strict form or the common one.
final class XLSXWorkbook: Workbook {
    let sheets: [Sheet]
    private let package: OfficePackage
    private let parts: [String]
    private let styles = CellStyles()
    private let texts = SharedTexts()
    private let is1904: Bool
    private let account: UnpackingAccount

    /// - Parameters:
    ///   - package: its parts.
    ///   - size: of the file, in bytes.
    /// - Throws: `UnreadableDelivery` where the ZIP file is no such workbook.
    init(_ package: OfficePackage, size: Int64) throws(UnreadableDelivery) {
        self.package = package
        account = UnpackingAccount(packed: size, limits: .repeated)
        let top = Relationships(of: "")
        try package.read(Relationships.place(of: ""), top)
        guard let main = top.firsts["officeDocument"] else { throw .notWorkbook("officeDocument") }
        let references = Relationships(of: main)
        try package.read(Relationships.place(of: main), references)
        let outline = WorkbookOutline()
        try package.read(main, outline)
        is1904 = outline.is1904
        var (sheets, parts): ([Sheet], [String]) = ([], [])
        for sheet in outline.sheets where references.types[sheet.id] == "worksheet" {
            guard let part = references.targets[sheet.id] else { continue }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, index: parts.count))
            parts.append(part)
        }
        (self.sheets, self.parts) = (sheets, parts)
        if let part = references.firsts["styles"], package.has(part) { try package.read(part, styles) }
        if let part = references.firsts["sharedStrings"], package.has(part) { try package.read(part, texts) }
    }

    func rows(of sheet: Sheet, fillsMerged: Bool, limits: RowLimits) throws(UnreadableDelivery) -> any SheetRows {
        guard parts.indices.contains(sheet.index) else { throw .noSheet(sheet.name, found: sheets.map(\.name)) }
        let part = parts[sheet.index]
        var merged: MergedCells?
        if fillsMerged {
            let scan = MergeScan()
            try package.read(part, scan)
            merged = MergedCells(scan.ranges, columns: limits.columns)
        }
        let rows = XLSXRows(styles, texts, is1904: is1904, merged: merged, limits: limits, account: account)
        try rows.open(try package.open(part))
        return rows
    }
}
