/// A column of a check's SQL that tells a person what was compared.
package struct CheckColumn: Equatable, Sendable {
    package let name: String
    package let labelChinese: String
    package let labelEnglish: String
    package let form: Form

    /// How its value is shown.
    package enum Form: String, Sendable, CaseIterable {
        case text
        /// A number without unit.
        case number
        /// Hundredths of mg/100 mL.
        case alcohol
        /// A point in time.
        case instant
    }

    package init(name: String, labelChinese: String, labelEnglish: String, form: Form) {
        self.name = name
        self.labelChinese = labelChinese
        self.labelEnglish = labelEnglish
        self.form = form
    }
}
