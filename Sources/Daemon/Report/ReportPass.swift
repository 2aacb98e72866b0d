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
        package let text: String
        package let page: String
    }

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// - Throws: `DatabaseError`.
    package func run(_ session: borrowing Session, now: Instant, language: Language? = nil) throws -> Digest {
        try session.transaction { session in
            let language = language ?? configuration.language
            let last = try DigestStore.last(region: configuration.region, session)
            // The letter of this moment is written once, however often it is asked for.
            if let last, last.asOf == now,
                let written = try DigestStore.digest(last.number, region: configuration.region, session),
                written.language == language
            {
                return Digest(number: written.number, text: written.text, page: written.page)
            }
            let number = try DigestStore.nextNumber(region: configuration.region, session)
            let content = try DigestContents(configuration, asOf: now).gather(
                number: number,
                since: last?.asOf,
                session
            )
            let text = DigestText.render(content, language: language)
            let page = DigestPage.render(content, language: language)
            let row = DigestRow(
                number: number,
                asOf: now,
                since: last?.asOf,
                language: language,
                text: text,
                page: page,
                sha256: SHA256.hash(Array(page.utf8))
            )
            try DigestStore.save(row, region: configuration.region, session)
            return Digest(number: number, text: text, page: page)
        }
    }
}
