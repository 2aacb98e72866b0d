package import Model

/// How the files of a feed are written.
package enum FileFormat: Equatable, Sendable, Codable {
    case csv(CSVDialect)
    case json(JSONShape)
    case xml(XMLShape)
    case workbook(WorkbookShape)

    /// The character set the rows are written in.
    package var encoding: TextEncoding {
        switch self {
        case .csv(let dialect): dialect.encoding
        case .json, .xml, .workbook: .utf8
        }
    }

    /// How that is known.
    package var encodingBy: DeliveryPart.EncodingSource {
        switch self {
        case .csv(let dialect): dialect.encodingBy ?? .evidence
        case .json, .xml, .workbook: .format
        }
    }

    /// The byte that stands doubled inside a cell; nil where none does.
    package var quote: UInt8? {
        switch self {
        case .csv(let dialect): dialect.quote
        case .json, .xml, .workbook: nil
        }
    }

    /// How the rows of a table stand; nil for formats whose rows bear names themselves.
    package var layout: TableLayout? {
        switch self {
        case .csv(let dialect): dialect.layout
        case .workbook(let shape): shape.layout
        case .json, .xml: nil
        }
    }

    /// The key under which a feed's file describes it.
    package var key: String {
        switch self {
        case .csv: "csv"
        case .json: "json"
        case .xml: "xml"
        case .workbook: "workbook"
        }
    }

    /// Whether a program wrote the numbers in their shortest form, as `1e3`; else an exponent means that a spreadsheet
    /// showed a number to people, and digits are lost.
    package var writesExponents: Bool {
        switch self {
        case .csv, .xml: false
        case .json, .workbook: true
        }
    }
}
