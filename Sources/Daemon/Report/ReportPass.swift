import Digests
import Hashing
package import Model
package import Postgres
package import Settings
import Store

/// Writes the digest of a region: what changed since the last one, in one transaction.
package struct ReportPass: Sendable {
    private let configuration: Configuration

    /// A digest as it was written.
    package struct Digest: Equatable, Sendable {
        package let number: Int64
        /// Set where the digest was first written in another language, and this one only puts it into its own.
        package let translation: Language?
        package let text: String
        package let page: String
    }

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// The letter of one moment is written once, however often it is asked for; asked for in another language it is
    /// put into that language, with the same number and the same span, and kept only as it was first written.
    ///
    /// - Throws: `DatabaseError`.
    package func run(_ session: borrowing Session, now: Instant, language: Language? = nil) throws -> Digest {
        try session.transaction { session in
            let language = language ?? configuration.language
            let last = try DigestStore.last(region: configuration.region, session)
            if let last, last.asOf == now,
                let written = try DigestStore.digest(last.number, region: configuration.region, session)
            {
                guard written.language != language else {
                    return Digest(number: written.number, translation: nil, text: written.text, page: written.page)
                }
                let since = written.since
                return try digest(number: written.number, since: since, now: now, language, isFirst: false, session)
            }
            let number = try DigestStore.nextNumber(region: configuration.region, session)
            let digest = try digest(number: number, since: last?.asOf, now: now, language, isFirst: true, session)
            let row = DigestRow(
                number: number,
                asOf: now,
                since: last?.asOf,
                language: language,
                text: digest.text,
                page: digest.page,
                sha256: SHA256.hash(Array(digest.page.utf8))
            )
            try DigestStore.save(row, region: configuration.region, session)
            return digest
        }
    }

    private func digest(
        number: Int64,
        since: Instant?,
        now: Instant,
        _ language: Language,
        isFirst: Bool,
        _ session: borrowing Session
    ) throws -> Digest {
        let content = try DigestContents(configuration, asOf: now).gather(number: number, since: since, session)
        return Digest(
            number: number,
            translation: isFirst ? nil : language,
            text: DigestText.render(content, language: language),
            page: DigestPage.render(content, language: language)
        )
    }
}
