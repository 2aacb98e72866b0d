import Checks
import FoundationEssentials
package import Model
import Postgres
package import Settings
package import Store

/// Why a check raises nothing of a subject: what stands in its way, or what it says of it and by what records.
package struct WhyNot: Sendable {
    package let check: CheckDefinition
    /// The subject as the check knows it: of a test the stop it belongs to.
    package let subject: String
    /// What no feed brings: the check cannot run.
    package let missing: [MissingNeed]
    /// Why its examples were refused, or its SQL failed.
    package let refusal: String?
    package let exception: CheckException?
    /// Whether there is such a subject at all.
    package let isKnown: Bool
    /// What the check says of it now; nil where it says nothing.
    package let finding: FindingRow?
    /// The alert there is of it all the same.
    package let alert: AlertRow?
    package let facts: (chinese: String, english: String)
    package let compared: [(chinese: String, english: String, value: String)]
    package let awaits: (chinese: String, english: String)
    /// The records that speak of it, candidates included; nil without a finding.
    package let evidence: Evidence?

    init(
        _ check: CheckDefinition,
        _ asked: String,
        _ configuration: Configuration,
        now: Instant,
        _ session: borrowing Session
    ) throws {
        let region = configuration.region
        let lookup = SubjectLookup(check, region: region)
        let subject = try lookup.subject(of: asked, session)
        self.check = check
        self.subject = subject
        missing = check.missing(among: configuration.feeds)
        exception = check.exceptions.first { $0.covers(subject, on: ChinaTime.day(of: now)) }
        isKnown = try lookup.isKnown(subject, session)
        alert = try AlertStore.alerts(of: check.id, subjects: [subject], region: region, session).first
        facts = try SubjectFacts(configuration, subjects: [(check.id, subject)], session)[check.id, subject]
        let (finding, refusal) = try Self.judged(check, subject, configuration, now: now, session)
        self.finding = finding
        self.refusal = refusal
        awaits = Wording.awaits(finding?.awaits)
        guard let finding else {
            (compared, evidence) = ([], nil)
            return
        }
        compared = ShownDetails(check, (finding.band, FindingDetails(finding.details))).facts
        let written = try EvidenceWriter(check: check, law: configuration.law).evidence(
            of: [finding],
            region: region,
            session
        )
        evidence = try written[subject].map { try JSONDecoder().decode(Evidence.self, from: Data($0.utf8)) }
    }

    /// What the check says of the subject, or why it cannot say anything.
    private static func judged(
        _ check: CheckDefinition,
        _ subject: String,
        _ configuration: Configuration,
        now: Instant,
        _ session: borrowing Session
    ) throws -> (FindingRow?, String?) {
        do {
            let columns = try CheckRun.columns(of: check, region: configuration.region, session)
            let gone = try VanishedQuery.cases(region: configuration.region, session)
            let run = CheckRun(check, columns: columns, vanished: gone.vanished, region: configuration.region)
            let answers = try run.answers(SubjectLookup.scopes(of: subject, check), session)
            guard let answer = answers.first(where: { $0.subject == subject }) else { return (nil, nil) }
            let feeds = try CheckEngine.completeness(configuration, session)
            let judge = CheckJudge(
                check,
                configuration.law,
                version: configuration.lawVersion,
                feeds: feeds,
                now: now
            )
            return (try judge.finding(answer), nil)
        } catch let error as DatabaseError where error.isOfTheStatement {
            return (nil, "\(error)")
        }
    }
}
