import Alerts
import FoundationEssentials
import Hashing
import Model
import Postgres
import Settings
import Store

/// Raises an alert for each delivery that broke its reader, and closes it once somebody has seen to it.
///
/// It falls to the region's own unit, which runs the feeds, not to a unit the file may speak of. One exported long ago is
/// marked retrospective like any other alert.
struct SetAsideAlerts {
    private let configuration: Configuration
    private let feed: FeedDefinition
    private let now: Instant

    static let rule = RuleStore.Rule(
        check: IntakeRule.deliverySetAside.rawValue,
        version: "1",
        titleChinese: IntakeRule.deliverySetAside.titleChinese,
        titleEnglish: IntakeRule.deliverySetAside.titleEnglish,
        legalBasis: [],
        remedyChinese: IntakeRule.deliverySetAside.remedyChinese,
        remedyEnglish: IntakeRule.deliverySetAside.remedyEnglish,
        sql: ""
    )

    init(_ configuration: Configuration, feed: FeedDefinition, now: Instant) {
        (self.configuration, self.feed, self.now) = (configuration, feed, now)
    }

    /// Brings the alerts of the feed up to date, and those of feeds that are set up no more, in the caller's transaction.
    ///
    /// - Throws: `DatabaseError`.
    func run(_ session: borrowing Session) throws {
        let region = feed.region
        let deliveries = try SetAsideDelivery.all(
            feed: feed.name,
            others: configuration.feeds.map(\.name),
            isSnapshot: feed.contents == .snapshot,
            region: region,
            session
        )
        guard !deliveries.isEmpty else { return }
        for name in Set(deliveries.map(\.feed)).sorted() { try FeedStore.lock(name, region: region, session) }
        let subjects = deliveries.map(\.subject)
        let rows = try AlertStore.alerts(of: Self.rule.check, subjects: subjects, region: region, session)
        let known = Dictionary(rows.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        var book = AlertBook(rows.map(AlertState.init))
        let changes = book.absorb(try deliveries.map(finding), successors: [:])
        guard !changes.isEmpty else { return }
        try RuleStore.save([Self.rule], units: [], session)
        let writer = AlertWriter(
            region: region,
            check: Self.rule.check,
            version: Self.rule.version,
            lawVersion: "",
            now: now
        )
        for change in changes { try writer.write(change, known[change.alert.subject.subject], session) }
    }

    private func finding(_ delivery: SetAsideDelivery) throws -> AlertFinding {
        let exportedAt = delivery.exportedAt ?? delivery.receivedAt
        return AlertFinding(
            subject: AlertSubject(check: Self.rule.check, subject: delivery.subject),
            unit: "\(feed.region)000000",
            state: delivery.fate == .open ? .violated : .holds,
            severity: .medium,
            since: delivery.receivedAt,
            due: delivery.receivedAt,
            isRetrospective: exportedAt.adding(seconds: configuration.retrospectiveDays * 86400) < now,
            wasLate: false,
            evidence: try evidence(delivery)
        )
    }

    private func evidence(_ delivery: SetAsideDelivery) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let at = delivery.receivedAt.chinaRFC3339Text
        let evidence = SetAsideEvidence(
            since: at,
            due: at,
            delivery: SetAsideEvidence.Delivery(
                number: delivery.number,
                file: delivery.fileName,
                sha256: Hex.text(delivery.sha256),
                reason: delivery.reason,
                fate: delivery.fate.rawValue
            )
        )
        return String(decoding: try encoder.encode(evidence), as: UTF8.self)
    }
}
