/// A spreadsheet as OpenDocument (ISO/IEC 26300) has it.
final class ODSWorkbook: Workbook {
    let sheets: [Sheet]
    private let package: OfficePackage

    private static let content = "content.xml"

    /// - Throws: `UnreadableDelivery` where the ZIP file is no such spreadsheet, or is protected by a password.
    init(_ package: OfficePackage) throws(UnreadableDelivery) {
        self.package = package
        if package.has("META-INF/manifest.xml") {
            let manifest = ODSManifest()
            try package.read("META-INF/manifest.xml", manifest)
            guard !manifest.isEncrypted else { throw .encrypted(Self.content) }
        }
        let outline = ODSOutline()
        try package.read(Self.content, outline)
        guard outline.isSpreadsheet else { throw .notWorkbook("OpenDocument") }
        sheets = outline.sheets
    }

    func rows(of sheet: Sheet, fillsMerged: Bool, limits: RowLimits) throws(UnreadableDelivery) -> any SheetRows {
        let rows = ODSRows(sheet.index, fillsMerged: fillsMerged, limits: limits)
        try rows.open(try package.open(Self.content))
        return rows
    }
}

/// What an OpenDocument file says of its parts.
final class ODSManifest: XMLEvents {
    private(set) var isEncrypted = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name.is("encryption-data") { isEncrypted = true }
    }
}
