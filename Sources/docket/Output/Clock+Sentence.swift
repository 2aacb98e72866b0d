import Model

extension Clock.Length {
    /// As people write it, in both languages.
    var sentence: String {
        switch self {
        case .hours(let count): "\(count) 小时 hours"
        case .days(let count): "\(count) 日 days"
        case .workingDays(let count): "\(count) 个工作日 working days"
        }
    }
}
