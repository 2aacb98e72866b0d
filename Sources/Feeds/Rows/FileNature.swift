import Settings

/// What a file plainly is by its first bytes, whatever it is called.
enum FileNature: Equatable {
    case empty
    case xlsx, ods, xls
    case zip, gzip
    /// What spreadsheet programs open as a table, and is none: common under the ending `.xls`.
    case html, webArchive, excelXML
    case xml, json, text
    /// A picture, a program and the like, with its name in Chinese and English.
    case other(String)

    /// As many bytes as it takes to tell.
    static let headSize = 4096

    init(_ head: [UInt8]) {
        guard !head.isEmpty else {
            self = .empty
            return
        }
        if head.starts(with: OpenedWorkbook.compound) {
            self = .xls
        } else if head.starts(with: OpenedWorkbook.zip) {
            self = Self.packed(head)
        } else if head.starts(with: GzipSource.signature) {
            self = .gzip
        } else if let name = FileSignature.name(of: head.span), !name.contains("UTF-16") {
            self = .other(name)
        } else {
            self = Self.written(head)
        }
    }

    /// Of what stands first in a ZIP file its name tells whether that is a workbook.
    private static func packed(_ head: [UInt8]) -> FileNature {
        let name = String(decoding: head.dropFirst(30).prefix(64), as: UTF8.self)
        if ["[Content_Types].xml", "_rels/", "xl/", "docProps/", "customXml/"].contains(where: name.hasPrefix) {
            return .xlsx
        }
        return name.hasPrefix("mimetype") || name.hasPrefix("content.xml") ? .ods : .zip
    }

    /// A text, of whatever width its characters have.
    private static func written(_ head: [UInt8]) -> FileNature {
        let marks: [UInt8] = [0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        let bytes = head.filter { !marks.contains($0) }.drop { JSONText.isBlank($0) }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if text.hasPrefix("mime-version:") { return .webArchive }
        if text.hasPrefix("{") || text.hasPrefix("[") { return .json }
        guard text.hasPrefix("<") else { return .text }
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") || text.contains("progid=\"excel.sheet\"") {
            return text.contains("<html") ? .html : .excelXML
        }
        let begins = ["<!doctype html", "<html", "<head", "<body", "<meta"].contains(where: text.hasPrefix)
        let holds = ["<html", "<td", "<tr>", "<tr "].contains(where: text.contains)
        return begins || holds ? .html : .xml
    }

    /// Whether a reader of the format can be asked at all.
    func mayBe(_ format: FileFormat) -> Bool {
        switch (format, self) {
        case (_, .empty): true
        case (.workbook, _): isWorkbook
        case (.csv, .text), (.csv, .json), (.csv, .xml): true
        // What is written as JSON is told by its end as well as by its beginning: the reader has its own words.
        case (.json, .text), (.json, .json), (.json, .xml): true
        // A page may be sound XML, and read by whoever says where its rows are.
        case (.xml, .text), (.xml, .json), (.xml, .xml), (.xml, .html), (.xml, .excelXML): true
        default: false
        }
    }

    /// Whether that the file is of another format is why a reader of this one failed.
    func explains(_ fault: UnreadableDelivery, of format: FileFormat) -> Bool {
        switch (format, self) {
        case (.csv, .json), (.csv, .xml):
            [
                .encoding, .headerMissing, .headerBroken, .missingColumns, .unknownColumns, .duplicateColumn,
                .unnamedColumn,
            ].contains(fault.cause)
        case (.json, .text), (.json, .xml), (.xml, .text), (.xml, .json), (.xml, .html):
            [.syntax, .headerMissing, .encoding].contains(fault.cause)
        default: false
        }
    }

    var isWorkbook: Bool { [.xlsx, .ods, .xls].contains(self) }

    /// Whether no feed can be made of it: it must be saved as something else first.
    var isNoTable: Bool {
        switch self {
        case .html, .webArchive, .excelXML, .other: true
        default: false
        }
    }
}
