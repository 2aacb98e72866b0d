import Daemon
import Model
import Settings
import Store

/// What `explain --why-not --json` prints.
struct WhyNotReport: Encodable {
    let check: String
    let subject: String
    let isKnown: Bool
    let missing: [String]
    let refusal: String?
    let exceptedUntil: String?
    let finding: FindingReport?
    let alert: String?
    let evidence: Evidence?

    init(_ answer: WhyNot) {
        (check, subject, isKnown) = (answer.check.id, answer.subject, answer.isKnown)
        missing = answer.missing.map(\.code)
        (refusal, exceptedUntil) = (answer.refusal, answer.exception?.until.text)
        finding = answer.finding.map(FindingReport.init)
        (alert, evidence) = (answer.alert?.number.text, answer.evidence)
    }
}
