/// What was decided in a case, and when. Seconds since 1970 UTC.
package struct Outcome: Sendable {
    /// 立案.
    package var filedAt: Int64?
    /// 不予立案.
    package var notFiledAt: Int64?
    package var nonfilingReason: String?
    package var approver: String?
    package var withdrawnAt: Int64?
    package var revokedAt: Int64?
    /// Approval of a longer review.
    package var extendedAt: Int64?
    /// Hand-over to another authority.
    package var transferredAt: Int64?
    package var penaltyNotifiedAt: Int64?
    package var decidedAt: Int64?
    package var decisionHundredths: Int64?
    /// Whether an administrative decision still names drunk driving.
    package var isDecidedDrunk = false
    package var detentionDays: Int?
    package var isDetentionWaived = false

    /// The first decision of those that end the review of a reading of 80 or more.
    package var reviewEndedAt: Int64? {
        [filedAt, notFiledAt, transferredAt].compactMap(\.self).min()
    }
}
