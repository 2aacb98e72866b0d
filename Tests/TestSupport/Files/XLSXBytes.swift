/// A workbook of XLSX put together from the XML of its parts.
package struct XLSXBytes {
    /// The rows of each sheet as XML, or the whole part where it begins with `<?` or `<worksheet`.
    package var sheets: [(name: String, xml: String)]
    package var hidden: Set<String> = []
    package var shared: String?
    package var formats: [String] = []
    /// Ids of formats, one for each style; those of `formats` are 164 and above.
    package var styles: [Int] = [0]
    package var is1904 = false
    package var behindRows = ""
    package var isStrict = false
    package var isDeflated = true

    package init(_ rows: String, name: String = "Sheet1") { sheets = [(name, rows)] }

    private var main: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }

    private var relations: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    private func references(_ targets: [(id: String, type: String, target: String)]) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + targets.map { "<Relationship Id=\"\($0.id)\" Type=\"\(relations)/\($0.type)\" Target=\"\($0.target)\"/>" }
            .joined()
            + "</Relationships>"
    }

    private var workbook: String {
        let list = sheets.enumerated().map { index, sheet in
            let state = hidden.contains(sheet.name) ? " state=\"hidden\"" : ""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
        }
        return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/>"
            + "<sheets>\(list.joined())</sheets></workbook>"
    }

    private var styleSheet: String {
        let custom = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
        let all = styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
        return
            "<styleSheet xmlns=\"\(main)\"><numFmts>\(custom.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs>\(all)</cellXfs></styleSheet>"
    }

    private func part(_ xml: String) -> String {
        xml.hasPrefix("<?") || xml.hasPrefix("<worksheet")
            ? xml
            : "<worksheet xmlns=\"\(main)\"><dimension ref=\"A1:XFD1048576\"/><sheetData>\(xml)</sheetData>\(behindRows)</worksheet>"
    }

    package var file: [UInt8] {
        var parts: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", references([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook), ("xl/styles.xml", styleSheet),
        ]
        var targets = sheets.indices.map {
            ("rId\($0 + 1)", "worksheet", $0 == 0 ? "worksheets/sheet1.xml" : "/xl/worksheets/sheet\($0 + 1).xml")
        }
        targets.append(("rIdS", "styles", "styles.xml"))
        for (index, sheet) in sheets.enumerated() {
            parts.append(("xl/worksheets/sheet\(index + 1).xml", part(sheet.xml)))
        }
        if let shared {
            targets.append(("rIdT", "sharedStrings", "sharedStrings.xml"))
            parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>"))
        }
        parts.append(("xl/_rels/workbook.xml.rels", references(targets)))
        return ZIPBytes(
            parts.map {
                var member = ZIPBytes.Member($0.0, $0.1)
                member.isDeflated = isDeflated
                return member
            }
        ).file
    }
}
