import Daemon
import Model
import Store

/// What `status --json` prints. Times with their offset.
struct StatusReport: Encodable {
    let feeds: [Feed]
    let checks: [Check]
    let alerts: [Alert]
    let lastReview: String?
    let lastDigest: String?

    init(_ status: RegionStatus) {
        feeds = status.feeds.map(Feed.init)
        checks = status.checks.map(Check.init)
        alerts = status.open.map(Alert.init)
        lastReview = status.lastReview?.chinaRFC3339Text
        lastDigest = status.lastDigest?.chinaRFC3339Text
    }

    struct Feed: Encodable {
        let name: String
        let kind: String
        let deliveries: Int64
        let unreadable: Int64
        let read: Int64
        let stored: Int64
        let revised: Int64
        let unchanged: Int64
        let rejected: Int64
        /// Rejected rows nobody has seen to.
        let rejectedOpen: Int64
        let completeUntil: String?
        /// Deliveries whose rejected rows keep the completeness from moving on.
        let holding: Int64
        /// Records in the register no more: one whole export lacks them, or a second one too.
        let missed: Int64
        let vanished: Int64
        /// Empty where the feed brings what is expected of it.
        let symptoms: [String]
        let trouble: String?

        init(_ feed: DigestFeed) {
            (name, kind, deliveries) = (feed.name, feed.kind.rawValue, feed.deliveries)
            (unreadable, read, stored) = (feed.unreadable, feed.read, feed.stored)
            (revised, unchanged, rejected) = (feed.revised, feed.unchanged, feed.rejected)
            rejectedOpen = feed.rejectedOpen
            completeUntil = feed.completeUntil?.chinaRFC3339Text
            holding = feed.holding
            (missed, vanished, symptoms) = (feed.missed, feed.vanished, feed.symptoms)
            trouble = feed.trouble
        }
    }

    struct Check: Encodable {
        let check: String
        /// Kinds of record, and fields of them, no feed brings: while there are any, the check cannot run.
        let missing: [String]
        let clean: Int64
        let notDue: Int64
        let undetermined: Int64
        let violated: Int64
        /// Why it could not be run the last time.
        let fault: String?

        init(_ check: DigestCheck) {
            (self.check, missing) = (check.id, check.missing.map(\.code))
            (clean, notDue) = (check.clean, check.notDue)
            (undetermined, violated, fault) = (check.undetermined, check.violated, check.fault)
        }
    }

    struct Alert: Encodable {
        let alert: String
        let check: String
        let subject: String
        let unit: String
        let severity: String
        let due: String

        init(_ row: AlertRow) {
            alert = row.number.text
            (check, subject, unit) = (row.check, row.subject, row.unit)
            severity = row.severity.rawValue
            due = row.due.chinaRFC3339Text
        }
    }
}
