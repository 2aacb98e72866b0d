import Alerts
import Model

/// Hours after the stop of the examples.
func hour(_ count: Int64) -> Instant { Instant(microseconds: 1_741_006_800_000_000).adding(seconds: count * 3600) }

func finding(
    _ state: FindingState,
    subject: String = "JC01|17",
    severity: Severity = .high,
    since: Int64 = 0,
    due: Int64 = 24,
    isRetrospective: Bool = false,
    wasLate: Bool = false,
    evidence: String = "no candidate"
) -> AlertFinding {
    AlertFinding(
        subject: AlertSubject(check: "drunk-no-case", subject: subject),
        unit: "430821010000",
        state: state,
        severity: severity,
        since: hour(since),
        due: hour(due),
        isRetrospective: isRetrospective,
        wasLate: wasLate,
        evidence: evidence
    )
}
