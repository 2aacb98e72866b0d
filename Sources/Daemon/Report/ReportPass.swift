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

        init(number: Int64, translation: Language?, text: String, page: String) {
            self.number = number
            self.translation = translation
            self.text = text
            self.page = page
        }

        init(_ row: DigestRow) {
            self.init(number: row.number, translation: nil, text: row.text, page: row.page)
        }
    }

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// The letter of one moment is written once, however often it is asked for; asked for in another language it is
    /// put into that language, with the same number and the same span, and kept only as it was first written.
    ///
    /// Waits for a review that is under way: what it finds belongs into this letter.
    ///
    /// - Parameters:
    ///   - session: on which the letter is one transaction.
    ///   - now: the time the letter speaks of.
    ///   - language: other than that of the configuration.
    /// - Returns: the letter, written now or before.
    /// - Throws: `DatabaseError`.
    package func run(_ session: borrowing Session, now: Instant, language: Language? = nil) throws -> Digest {
        try session.transaction { session in
            try ReviewStore.await(region: configuration.region, session)
            let last = try DigestStore.last(region: configuration.region, session)
            return try letter(after: last, now: now, language ?? configuration.language, session)
        }
    }

    /// The letter that is due by the schedule, or nil where none is; never two, however many daemons ask.
    ///
    /// - Throws: `DatabaseError`.
    package func run(_ session: borrowing Session, now: Instant, by schedule: DigestSchedule) throws -> Digest? {
        try session.transaction { session in
            try ReviewStore.await(region: configuration.region, session)
            let last = try DigestStore.last(region: configuration.region, session)
            guard schedule.isDue(at: now, last: last?.asOf) else { return nil }
            return try letter(after: last, now: now, configuration.language, session)
        }
    }

    private func letter(
        after last: (number: Int64, asOf: Instant)?,
        now: Instant,
        _ language: Language,
        _ session: borrowing Session
    ) throws -> Digest {
        let region = configuration.region
        if let last, last.asOf == now, let written = try DigestStore.digest(last.number, region: region, session) {
            guard written.language != language else { return Digest(written) }
            return try digest(
                number: written.number,
                since: written.since,
                now: now,
                language,
                isFirst: false,
                session
            )
        }
        let number = try DigestStore.nextNumber(region: region, session)
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
        try DigestStore.save(row, region: region, session)
        return digest
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
