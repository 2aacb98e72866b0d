/// What one check examined, and how it came out.
package struct DigestCheck: Equatable, Sendable {
    package var id: String
    package var titleChinese: String
    package var titleEnglish: String
    package var legalBasis: [String]
    package var remedyChinese: String
    package var remedyEnglish: String
    /// Kinds of record the check lacks a feed for; a check with any is not runnable, which is said aloud.
    package var missing: [Kind]
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
        missing: [Kind],
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
        self.clean = clean
        self.notDue = notDue
        self.undetermined = undetermined
        self.violated = violated
    }
}
