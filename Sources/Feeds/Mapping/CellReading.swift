import Model
import Settings

/// How the text of one column becomes the value of its field.
enum CellReading: Sendable {
    case text
    case integer(NumberReading)
    case flag
    case instant(TimeReading)
    case date(TimeReading)
    case alcohol(AlcoholReading)
    case choice
    case organisation
    case policeNumber
    case personID
    case personName
    case plate
    case phone

    /// How times are written where the feed says nothing.
    private static let usualInstant = "yyyy-MM-dd HH:mm:ss"
    private static let usualDate = "yyyy-MM-dd"

    /// - Throws: `UnreadableDelivery` where the mapping does not fit the law or the type.
    init(_ type: FieldType, _ mapping: ColumnMapping, law: Law, format: FileFormat) throws(UnreadableDelivery) {
        switch type {
        case .text: self = .text
        case .integer: self = .integer(NumberReading(mapping, allowsExponent: format.writesExponents))
        case .flag: self = .flag
        case .instant:
            self = .instant(try TimeReading(mapping.formats, usual: Self.usualInstant, zone: mapping.zone))
        case .date:
            self = .date(try TimeReading(mapping.formats, usual: Self.usualDate, zone: mapping.zone))
        case .alcohol: self = .alcohol(try AlcoholReading(mapping, law: law))
        case .choice: self = .choice
        case .organisation: self = .organisation
        case .policeNumber: self = .policeNumber
        case .personID: self = .personID
        case .personName: self = .personName
        case .plate: self = .plate
        case .phone: self = .phone
        }
    }
}
