import Daemon
import Model
import Store

/// What `explain --json` prints. Times with their offset.
struct ExplanationReport: Encodable {
    let alert: String
    let check: String
    let titleChinese: String?
    let titleEnglish: String?
    let subject: String
    let unit: String
    let severity: String
    let isOpen: Bool
    let isRetrospective: Bool
    let closedBecause: String?
    let ruleVersion: String
    let remedyChinese: String?
    let remedyEnglish: String?
    let evidence: Evidence
    /// What each record of the evidence said, personal data masked.
    let values: [[String: String]]
    let history: [Step]

    struct Step: Encodable {
        let at: String
        let event: String
        let severity: String
        let due: String
        let remark: String?
        let ruleVersion: String

        init(_ row: AlertEventRow) {
            at = row.at.chinaRFC3339Text
            (event, severity, remark) = (row.event, row.severity.rawValue, row.remark)
            due = row.due.chinaRFC3339Text
            ruleVersion = row.ruleVersion
        }
    }

    init(_ explanation: Explanation) {
        let (row, rule) = (explanation.alert, explanation.rule)
        (alert, check, subject) = (row.number.text, row.check, row.subject)
        (titleChinese, titleEnglish) = (rule?.titleChinese, rule?.titleEnglish)
        (remedyChinese, remedyEnglish) = (rule?.remedyChinese, rule?.remedyEnglish)
        (unit, severity, isOpen) = (row.unit, row.severity.rawValue, row.isOpen)
        (isRetrospective, closedBecause, ruleVersion) = (row.isRetrospective, row.closedBecause, row.ruleVersion)
        evidence = explanation.evidence
        values = explanation.values.map { fields in
            Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        }
        history = explanation.history.map(Step.init)
    }
}
