package import Model
import Postgres
package import Settings
package import Store

/// What people do with single checks.
extension Passes {
    /// Runs the examples of checks in a transaction of which nothing is kept.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func tried(_ checks: [CheckDefinition]) async throws -> [CheckTrial] {
        let configuration = configuration
        return try await connection.use { session in
            try session.rolledBack { session in
                try RuleRegistration(configuration: configuration).run(session)
                let acceptance = CheckAcceptance(configuration)
                return try checks.map { try acceptance.examined($0, session) }
            }
        }
    }

    /// Why a check raises nothing of a subject.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`, `SQLTemplateError`.
    package func whyNot(_ check: CheckDefinition, _ subject: String, now: Instant) async throws -> WhyNot {
        let configuration = configuration
        return try await connection.use { session in
            try session.rolledBack { try WhyNot(check, subject, configuration, now: now, $0) }
        }
    }

    /// What one check says of everything there is, at a time.
    ///
    /// - Parameters:
    ///   - check: which, whatever its status.
    ///   - now: the time of the review.
    /// - Returns: its findings, and how it could not be run where it could not; nil where another process reviews.
    /// - Throws: `DatabaseError`, `CancellationError`, `SQLTemplateError`.
    package func findings(of check: CheckDefinition, now: Instant) async throws -> (
        findings: [FindingRow], fault: String?
    )? {
        var alone = check
        // By hand a draft runs too, and nothing that runs by hand raises anything.
        alone.status = .shadow
        var configuration = configuration
        configuration.checks = [alone]
        let (pass, region) = (ReviewPass(configuration), configuration.region)
        return try await connection.use { session in
            try session.rolledBack { session in
                guard let outcome = try pass.run(session, now: now, scope: .full) else { return nil }
                return (
                    try FindingStore.findings(of: check.id, region: region, session), outcome.faults[check.id]
                )
            }
        }
    }
}
