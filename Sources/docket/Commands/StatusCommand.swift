import ArgumentParser
import Daemon
import Model
import Postgres
import Settings
import Store

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "各数据源与预警的现状 / How feeds and alerts stand",
        discussion: "例 / Example: docket status --json --config /etc/docket/docket.yaml"
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let passes = try await common.passes("status")
        let region = passes.configuration.region
        let (feeds, open) = try await passes.connection.use { session in
            (
                try DigestStore.feeds(region: region, session), try AlertStore.open(region: region, session)
            )
        }
        if common.json {
            try Terminal.json(Report(feeds: feeds.map(Report.Feed.init), alerts: open.map(Report.Alert.init)))
            return
        }
        for feed in feeds {
            let complete = feed.completeUntil?.chinaMinuteText ?? "—"
            Terminal.say(
                "\(feed.name) [\(feed.kind.rawValue)] \(feed.deliveries) 交付 deliveries, "
                    + "\(feed.read) = \(feed.stored) + \(feed.revised) + \(feed.unchanged) + \(feed.rejected), "
                    + "完整至 complete until \(complete)"
            )
        }
        Terminal.say("\(open.count) 个预警未关闭 / alerts open")
        for alert in open {
            Terminal.say(
                "\(alert.number.text) \(alert.severity.rawValue) \(alert.check) \(alert.unit) \(alert.subject)"
            )
        }
    }

    private struct Report: Encodable {
        let feeds: [Feed]
        let alerts: [Alert]

        struct Feed: Encodable {
            let name: String
            let kind: String
            let read: Int64
            let stored: Int64
            let revised: Int64
            let unchanged: Int64
            let rejected: Int64
            let completeUntil: String?

            init(_ feed: DigestFeed) {
                name = feed.name
                kind = feed.kind.rawValue
                (read, stored, revised) = (feed.read, feed.stored, feed.revised)
                (unchanged, rejected) = (feed.unchanged, feed.rejected)
                completeUntil = feed.completeUntil?.chinaRFC3339Text
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
}
