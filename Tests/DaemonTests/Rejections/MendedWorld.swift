import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import Store
import TestSupport

/// A feed whose mapping was faulty at first: some of its rows were rejected, and replayed once it was mended. Beside it
/// the same feed with the mended mapping from the beginning.
struct MendedWorld: Sendable, CustomStringConvertible {
    /// One file, in the order of arrival.
    struct File: Sendable {
        /// Which of the exports it is; the times of exports do not go by their arrival.
        var export: Int
        var rows: [String]
        /// What is replayed after it came, before the mending shows in intake; nil where nothing is.
        var replay: RejectionFilter?
    }

    let isNamedByContent: Bool
    let bearsTime: Bool
    let isSnapshot: Bool
    let allowed: Int64
    let files: [File]

    private static let region: Int32 = 430_800
    private static let start = SmallWorld.asOf.adding(seconds: -20 * 86_400)
    private static let year2100 = Instant(microseconds: 4_102_444_800_000_000)
    /// Only the first is known to the faulty mapping.
    private static let forms = ["yyyy-MM-dd HH:mm:ss", "yyyy/M/d HH:mm:ss"]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        isNamedByContent = Bool.random(using: &random)
        bearsTime = Int.random(in: 0..<4, using: &random) > 0
        isSnapshot = Bool.random(using: &random)
        allowed = Int64.random(in: 0...1, using: &random)
        let exports = Array(0..<Int.random(in: 1...4, using: &random)).shuffled(using: &random)
        files = exports.map { export in
            File(
                export: export,
                rows: (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.row(using: &random) },
                replay: Self.filter(using: &random)
            )
        }
    }

    /// Few keys and few values, so that they collide; one row in eight is past mending.
    private static func row(using random: inout SeededGenerator) -> String {
        let day = Int.random(in: 0..<2, using: &random) == 0 ? "2025-03-03" : "2025/3/3"
        let alcohol =
            Int.random(in: 0..<8, using: &random) == 0
            ? "much" : ["45", "90", "0"][Int.random(in: 0..<3, using: &random)]
        return "JC01,\(Int.random(in: 1...3, using: &random)),\(day) 21:10:00,\(alcohol)"
    }

    private static func filter(using random: inout SeededGenerator) -> RejectionFilter? {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: RejectionFilter()
        case 1: RejectionFilter(delivery: 1)
        case 2: RejectionFilter(line: 2)
        case 3: RejectionFilter(reason: .time)
        default: nil
        }
    }

    /// Takes all of it in and says what is stored then.
    func stored(mendedFromTheStart: Bool, _ database: String) async throws -> [String] {
        let house = try await House.plain(database: database) { configuration in
            configuration.feeds = configuration.feeds.filter { $0.kind == .breathTest }.map(adjusted)
        }
        let mended = try house.passes { configuration in
            for index in configuration.feeds.indices { mend(&configuration.feeds[index]) }
        }
        let passes = mendedFromTheStart ? mended : house.passes
        for (index, file) in files.enumerated() {
            let now = Self.start.adding(seconds: Int64(index) * 3600)
            let exported = Self.start.adding(seconds: Int64(file.export - 10) * 86_400)
            let digits = exported.chinaSecondText.filter(\.isNumber)
            let lines = ["device,record_no,tested_at,alcohol"] + file.rows
            try house.folder.write(lines.joined(separator: "\n") + "\n", to: "in/breath_test/\(index)_\(digits).csv")
            try await take(passes, now: now)
            if !mendedFromTheStart, let filter = file.replay { try await replay(filter, mended, now: now) }
            if index == 1 { try await house.review(now: SmallWorld.asOf) }
        }
        if !mendedFromTheStart { try await replay(RejectionFilter(), mended, now: SmallWorld.asOf) }
        // The next look at the folder works out how far the feed is complete.
        try await take(mended, now: SmallWorld.asOf)
        try await house.review(now: SmallWorld.asOf)
        let stored = try await Self.tables(of: house)
        await house.passes.connection.close()
        return stored
    }

    private func adjusted(_ feed: FeedDefinition) -> FeedDefinition {
        var feed = feed
        feed.columns = feed.columns.filter { ["device", "record_no", "tested_at", "alcohol"].contains($0.field) }
        if isNamedByContent { feed.key = .row }
        if !bearsTime { feed.exportTime = nil }
        feed.contents = isSnapshot ? .snapshot : .increment
        feed.allowedRejections = allowed
        return feed
    }

    private func mend(_ feed: inout FeedDefinition) {
        for index in feed.columns.indices where feed.columns[index].field == "tested_at" {
            feed.columns[index].formats = Self.forms
        }
    }

    private func take(_ passes: Passes, now: Instant) async throws {
        var looks = SettlingFiles()
        for feed in passes.configuration.feeds {
            _ = try await passes.intake(feed, looks: &looks, now: now, clock: Self.year2100) { _ in }
        }
    }

    private func replay(_ filter: RejectionFilter, _ passes: Passes, now: Instant) async throws {
        try await passes.replay(filter, by: "test", now: now, isRehearsal: false, report: { _ in }, done: { _ in })
    }

    /// Everything that must not depend on when the mapping was mended: what each key says now and ever said, what is still
    /// rejected and why, how far the feed is complete, and what follows from it.
    ///
    /// The number of a revision tells the order of arrival, and so does which of two deliveries brought what both say.
    private static func tables(of house: House) async throws -> [String] {
        try await [
            """
            SELECT concat_ws(' ', 'record', key, encode(content_hash, 'hex'), alcohol, bool_or(latest),
                CASE WHEN bool_or(latest) THEN date_trunc('second', max(seen_at) + interval '0.5 second') END)
            FROM docket.breath_test GROUP BY key, content_hash, alcohol ORDER BY key, content_hash
            """,
            """
            SELECT concat_ws(' ', 'account', d.number, d.read, d.read - d.rejected + coalesce(sum(r.read - r.rejected), 0),
                d.holds_back)
            FROM docket.delivery d LEFT JOIN docket.replay r ON r.region = d.region AND r.delivery = d.number
            GROUP BY d.region, d.number ORDER BY d.number
            """,
            """
            SELECT concat_ws(' ', 'rejection', delivery, line, byte_from, byte_length, reason, column_name, explanation)
            FROM docket.rejection WHERE settled_at IS NULL ORDER BY delivery, byte_from
            """,
            "SELECT concat_ws(' ', 'feed', name, complete_until, proven_until) FROM docket.feed",
            "SELECT concat_ws(' ', 'shown', key, since, coalesce(gone_at::text, '-')) FROM docket.presence ORDER BY 1",
            "SELECT concat_ws(' ', 'gone', key, state, missed_at, confirmed_at, returned_at) FROM docket.vanished_record ORDER BY 1",
            // When an altered version was first shown is known only as far as the exports that came tell (`seen_at`).
            """
            SELECT concat_ws(' ', 'finding', check_id, subject, state,
                CASE WHEN check_id <> 'record-altered' THEN due END)
            FROM docket.finding ORDER BY 1
            """,
            """
            SELECT concat_ws(' ', 'lost', r.delivery, r.line) FROM docket.rejection r
            WHERE NOT EXISTS (SELECT FROM docket.rejection_raw w WHERE w.region = r.region AND w.delivery = r.delivery
                AND w.part = r.part AND w.byte_from = r.byte_from)
            """,
            """
            SELECT concat_ws(' ', 'unaccounted', d.number) FROM docket.delivery d
            WHERE d.rejected <> (SELECT count(*) FROM docket.rejection r WHERE r.region = d.region AND r.delivery = d.number)
            """,
        ].asyncFlatMap { try await house.texts($0) }
    }

    var description: String {
        let rules =
            "named by content \(isNamedByContent), bears time \(bearsTime), snapshot \(isSnapshot), allowed \(allowed)"
        let told = files.map { file in
            "export \(file.export):\n  " + file.rows.joined(separator: "\n  ")
                + "\n  then replay \(file.replay.map { "\($0)" } ?? "nothing")"
        }
        return ([rules] + told).joined(separator: "\n")
    }
}

extension Array {
    fileprivate func asyncFlatMap<Value>(_ transform: (Element) async throws -> [Value]) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values += try await transform(element) }
        return values
    }
}
