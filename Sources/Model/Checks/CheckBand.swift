/// One degree of a trouble: how grave it is, and why so, in both languages.
package struct CheckBand: Equatable, Sendable {
    /// As the SQL of the check names it.
    package let name: String
    package let severity: Severity
    package let reasonChinese: String
    package let reasonEnglish: String

    package init(name: String, severity: Severity, reasonChinese: String, reasonEnglish: String) {
        self.name = name
        self.severity = severity
        self.reasonChinese = reasonChinese
        self.reasonEnglish = reasonEnglish
    }
}
