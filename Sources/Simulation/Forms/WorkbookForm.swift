/// An export as XLSX: texts shared between cells, numbers as numbers, dates and times as serials that a format shows.
struct WorkbookForm {
    private var texts: [String: Int] = [:]
    private var shared = ""
    private var sheet = ""
    private let letters: [String]

    /// - Throws: `PackingFault`.
    static func file(_ table: ExportTable) throws(PackingFault) -> [UInt8] {
        try ExportPacking.zipped(WorkbookForm(table).parts.map { ($0.name, Array($0.xml.utf8)) })
    }

    private init(_ table: ExportTable) {
        letters = table.header.indices.map(Self.letters)
        let heads = [table.title.map { [$0] }, table.header].compactMap(\.self).map { $0.map(ExportTable.Cell.value) }
        for (index, cells) in (heads + table.rows.map(table.cells)).enumerated() { add(cells, number: index + 1) }
    }

    private mutating func add(_ cells: [ExportTable.Cell], number: Int) {
        sheet += "<row r=\"\(number)\">"
        for (letters, cell) in zip(letters, cells) {
            let place = "r=\"\(letters)\(number)\""
            switch cell {
            case .missing, .value(""): continue
            case .spoilt: sheet += "<c \(place) t=\"e\"><v>#VALUE!</v></c>"
            case .value(let text): sheet += self.cell(text, place)
            }
        }
        sheet += "</row>"
    }

    private mutating func cell(_ text: String, _ place: String) -> String {
        if text.isPlainNumber { return "<c \(place)><v>\(text)</v></c>" }
        if let serial = SpreadsheetTime(text) { return "<c \(place) s=\"\(serial.style)\"><v>\(serial.text)</v></c>" }
        let index = texts[text] ?? texts.count
        if index == texts.count {
            texts[text] = index
            shared += "<si><t xml:space=\"preserve\">\(XMLForm.escaped(text))</t></si>"
        }
        return "<c \(place) t=\"s\"><v>\(index)</v></c>"
    }

    /// `A` to `Z`, then `AA` and so on.
    private static func letters(of column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : letters(of: column / 26 - 1) + last
    }

    // MARK: - Parts

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private var parts: [(name: String, xml: String)] {
        [
            ("[Content_Types].xml", Self.contentTypes),
            ("_rels/.rels", Self.references([("officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><sheets>"
                    + "<sheet name=\"导出\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.references([
                    ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                ])
            ),
            ("xl/styles.xml", Self.styles),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(shared)</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet)</sheetData></worksheet>"
            ),
        ].map { ($0.0, Self.declaration + $0.1) }
    }

    private static func references(_ targets: [(type: String, target: String)]) -> String {
        let list = targets.enumerated().map { index, target in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relations)/\(target.type)\" Target=\"\(target.target)\"/>"
        }
        return "<Relationships xmlns=\"\(package)/relationships\">\(list.joined())</Relationships>"
    }

    private static var contentTypes: String {
        let parts = [
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"),
            ("sharedStrings", "sharedStrings"),
        ]
        let list = parts.map { "<Override PartName=\"/xl/\($0.0).xml\" ContentType=\"\(types).\($0.1)+xml\"/>" }
        return "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\(list.joined())</Types>"
    }

    private static var styles: String {
        let formats = SpreadsheetTime.formats.enumerated()
            .map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
        let cells = ([0] + SpreadsheetTime.formats.indices.map { 164 + $0 })
            .map {
                "<xf numFmtId=\"\($0)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            }
        return "<styleSheet xmlns=\"\(main)\"><numFmts count=\"\(formats.count)\">\(formats.joined())</numFmts>"
            + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs>"
            + "</styleSheet>"
    }
}
