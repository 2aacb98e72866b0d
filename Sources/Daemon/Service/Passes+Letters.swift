package import Model
import Postgres
import Settings
import Store

extension Passes {
    /// Writes the digest into the database and as files under the state directory.
    ///
    /// - Throws: `DigestFault` where the files cannot be written; the digest is in the database then, and
    ///   `layOutDigests` will lay it out. `DatabaseError`.
    package func report(now: Instant, language: Language? = nil) async throws
        -> (digest: ReportPass.Digest, page: String)
    {
        let pass = ReportPass(configuration)
        let digest = try await connection.use { try pass.run($0, now: now, language: language) }
        try await layOutDigests(now: now)
        if digest.translation != nil { try digestFiles.write(digest) }
        return (digest, digestFiles.page(of: digest))
    }

    /// The same where a digest is due by the schedule; nil where none is.
    ///
    /// - Throws: As `report(now:language:)`.
    package func reportIfDue(now: Instant) async throws -> (digest: ReportPass.Digest, page: String)? {
        let pass = ReportPass(configuration)
        let schedule = DigestSchedule(minute: configuration.digestMinute)
        guard let digest = try await connection.use({ try pass.run($0, now: now, by: schedule) }) else { return nil }
        try await layOutDigests(now: now)
        return (digest, digestFiles.page(of: digest))
    }

    /// Writes the files of every digest that still lacks them: a full disk or a kill may have come between.
    ///
    /// - Throws: `DigestFault`, `DatabaseError`.
    package func layOutDigests(now: Instant) async throws {
        let region = configuration.region
        let waiting = try await connection.use { try DigestStore.notLaidOut(region: region, $0) }
        for row in waiting {
            try digestFiles.write(ReportPass.Digest(row))
            try await connection.use { try DigestStore.markLaidOut(row.number, at: now, region: region, $0) }
        }
    }

    private var digestFiles: DigestFiles {
        DigestFiles(directory: configuration.stateDirectory + "/digests", region: configuration.region)
    }
}
