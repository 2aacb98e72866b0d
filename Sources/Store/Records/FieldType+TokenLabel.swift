package import Model

extension FieldType {
    /// Keeps tokens of different sorts of value apart, so that a phone can never equal an ID number.
    package var tokenLabel: StaticString {
        switch self {
        case .personID: "person_id"
        case .personName: "person_name"
        case .plate: "plate"
        case .phone: "phone"
        default: "text"
        }
    }
}
