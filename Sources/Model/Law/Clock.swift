/// A legal time limit.
package struct Clock: Equatable, Sendable, Codable {
    package let code: String
    package let nameChinese: String
    package let nameEnglish: String
    package let length: Length
    /// How long after the start a warning is due, in the unit of `length`; nil where none is.
    package let warning: Int64?
    package let validity: Validity

    /// Hours count to the minute. Days start on the next day and end at 24:00 of the last (Asia/Shanghai).
    package enum Length: Equatable, Sendable, Codable {
        case hours(Int64)
        case days(Int64)
        case workingDays(Int64)
    }

    package init(
        code: String,
        nameChinese: String,
        nameEnglish: String,
        length: Length,
        warning: Int64?,
        validity: Validity
    ) {
        self.code = code
        self.nameChinese = nameChinese
        self.nameEnglish = nameEnglish
        self.length = length
        self.warning = warning
        self.validity = validity
    }
}
