import Model

extension DefectReason {
    /// For people.
    var meaning: String {
        switch self {
        case .checkDigit: "校验码不符 / the check digit does not fit"
        case .impossibleDate: "其中的日期不存在 / there is no such day as the one in it"
        case .form: "不是该字段的写法 / not what such a value looks like"
        case .masked: "来源已遮盖，不能据以认人 / masked by the source: nobody is recognised by it"
        }
    }
}
