/// The numbers a time is written in.
enum TimeField: Equatable, Sendable {
    case year, rocYear, month, day, hour, minute, second

    /// Sets the field; key paths would allocate for every cell.
    func set(_ value: Int, in fields: inout TimeFields) {
        switch self {
        case .year: fields.year = value
        // There is no year 0 of the Republic; 0 is refused as no year at all.
        case .rocYear: fields.year = value == 0 ? 0 : value + 1911
        case .month: fields.month = value
        case .day: fields.dayOfMonth = value
        case .hour: fields.hour = value
        case .minute: fields.minute = value
        case .second: fields.second = value
        }
    }
}
