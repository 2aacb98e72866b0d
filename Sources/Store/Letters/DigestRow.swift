package import Model

/// A digest as it was written.
package struct DigestRow: Equatable, Sendable {
    package var number: Int64
    package var asOf: Instant
    package var since: Instant?
    package var language: Language
    package var text: String
    package var page: String
    /// SHA-256 of the page.
    package var sha256: [UInt8]

    package init(
        number: Int64,
        asOf: Instant,
        since: Instant?,
        language: Language,
        text: String,
        page: String,
        sha256: [UInt8]
    ) {
        self.number = number
        self.asOf = asOf
        self.since = since
        self.language = language
        self.text = text
        self.page = page
        self.sha256 = sha256
    }
}
