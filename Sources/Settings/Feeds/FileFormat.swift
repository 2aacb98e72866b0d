package import Model

/// How the files of a feed are written.
package enum FileFormat: Equatable, Sendable, Codable {
    case csv(CSVDialect)
    case json(JSONShape)
    case xml(XMLShape)

    /// The character set of the cells as the reader hands them on.
    package var encoding: TextEncoding {
        switch self {
        case .csv(let dialect): dialect.encoding
        case .json, .xml: .utf8
        }
    }

    /// How that is known.
    package var encodingBy: DeliveryPart.EncodingSource {
        switch self {
        case .csv: .declared
        case .json, .xml: .format
        }
    }

    /// The byte that stands doubled inside a cell; nil where none does.
    package var quote: UInt8? {
        switch self {
        case .csv(let dialect): dialect.quote
        case .json, .xml: nil
        }
    }
}
