import Daemon
import Feeds
import Model
import Postgres
import Settings
import TestSupport
import Transport

extension House {
    /// A house with one feed of breath tests, written as JSON or CSV, that comes from elsewhere.
    static func remote(
        _ source: FeedSource,
        format: FileFormat = .json(JSONShape(layout: .document(path: ["data"]))),
        adjusting adjust: (inout FeedDefinition) -> Void = { _ in }
    ) async throws -> House {
        try await plain { configuration in
            var feed = FeedDefinition.plain(
                .breathTest,
                name: "remote",
                region: configuration.region,
                folder: "/nowhere"
            )
            (feed.source, feed.format, feed.exportTime, feed.unknownColumns) = (source, format, nil, .ignore)
            feed.columns.removeAll { !["device", "record_no", "tested_at"].contains($0.field) }
            adjust(&feed)
            configuration.feeds = [feed]
        }
    }

    /// One poll of the remote feed.
    func poll(at now: Instant = Instant(microseconds: 1_767_200_000_000_000)) async throws -> (
        taken: Int, trouble: String?
    ) {
        var looks = SettlingFiles()
        let poll = try await passes.intake(feed("remote"), looks: &looks, now: now, clock: now, report: { _ in })
        return (poll.taken, poll.trouble)
    }

    /// Does something while the table of breath tests is out of the way.
    func withoutTests(_ body: () async throws -> Void) async throws {
        try await passes.connection.use { try $0.runScript("ALTER TABLE docket.breath_test RENAME TO put_aside") }
        try await body()
        try await passes.connection.use { try $0.runScript("ALTER TABLE docket.put_aside RENAME TO breath_test") }
    }

    /// The record numbers of the breath tests stored.
    func stored() async throws -> [String] {
        try await texts("SELECT b.record_no::text FROM docket.breath_test b ORDER BY b.record_no")
    }
}
