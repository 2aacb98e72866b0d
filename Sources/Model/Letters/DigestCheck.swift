/// What one check examined, and how it came out.
package struct DigestCheck: Equatable, Sendable {
    package var id: String
    package var titleChinese: String
    package var titleEnglish: String
    package var legalBasis: [String]
    package var remedyChinese: String
    package var remedyEnglish: String
    /// What the check lacks; a check that lacks any is not runnable, which is said aloud.
    package var missing: [MissingNeed]
    /// Why the check could not be run the last time; nil where it was.
    package var fault: String?
    package var clean: Int64
    package var notDue: Int64
    package var undetermined: Int64
    package var violated: Int64

    package init(
        id: String,
        titleChinese: String,
        titleEnglish: String,
        legalBasis: [String],
        remedyChinese: String,
        remedyEnglish: String,
        missing: [MissingNeed],
        fault: String? = nil,
        clean: Int64,
        notDue: Int64,
        undetermined: Int64,
        violated: Int64
    ) {
        self.id = id
        self.titleChinese = titleChinese
        self.titleEnglish = titleEnglish
        self.legalBasis = legalBasis
        self.remedyChinese = remedyChinese
        self.remedyEnglish = remedyEnglish
        self.missing = missing
        self.fault = fault
        self.clean = clean
        self.notDue = notDue
        self.undetermined = undetermined
        self.violated = violated
    }
}
