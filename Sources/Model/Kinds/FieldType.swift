/// What a field holds once normalised, and so how it is stored.
package enum FieldType: Equatable, Sendable {
    case text
    case integer
    case flag
    /// A point in time, stored in microseconds.
    case instant
    case date
    /// Alcohol in hundredths of mg/100 mL; the text it was read from is kept beside it.
    case alcohol
    /// One of a closed list of words.
    case choice([String])
    /// A twelve-digit organisation code.
    case organisation
    case policeNumber
    case personID
    case personName
    case plate
    case phone

    /// Personal data is stored masked, beside a keyed token for matching; the clear value lives in the vault.
    package var isPersonal: Bool {
        switch self {
        case .personID, .personName, .plate, .phone: true
        case .text, .integer, .flag, .instant, .date, .alcohol, .choice, .organisation, .policeNumber: false
        }
    }
}
