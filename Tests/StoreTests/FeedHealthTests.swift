import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("What a feed is expected to bring is held against what it brought", .ownDatabase)
struct FeedHealthTests {
    private let drafts = Drafts(kind: .breathTest)

    /// Delivers so many rows, exported at noon of a day.
    private func deliver(_ rows: Int, day: Int64, _ deliveries: Deliveries, _ session: borrowing Session) throws {
        let drafted = (0..<rows).map { line in
            drafts.draft(line: Int64(line) + 2, key: "\(day)-\(line)-\(rows)", ["device": .text("D")])
        }
        try deliveries.deliver(drafted, bytes: "\(day) \(rows)", exportedAt: day * 86_400 + 14_400, session)
    }

    /// Until which day the feed is complete.
    private func day(_ session: borrowing Session) throws -> Int64? {
        let until: Int64? = try session.run("SELECT complete_until FROM docket.feed").single { row in
            try row.optionalInstant(0)
        }
        return until.map { $0 / 86_400_000_000 }
    }

    private func health(_ deliveries: Deliveries, _ session: borrowing Session) throws -> String? {
        let contract = FeedContract(
            rhythmSeconds: nil,
            volume: deliveries.volume,
            isSnapshot: deliveries.isSnapshot,
            knownColumns: nil,
            allowedRejections: 0
        )
        let now = Instant(microseconds: 1_700_000_000_000_000)
        try FeedHealth.note("tests", contract, at: now, region: 430800, session)
        return try session.run("SELECT health FROM docket.feed_overview WHERE region = 430800").single { row in
            try row.optionalText(0)
        }
    }

    @Test("an increment proves nothing past a day that brought too little, until its rows come after all")
    func dropped() async throws {
        let deliveries = Deliveries(volume: VolumeRule(dropPercent: 50, samples: 4))
        let (until, told) = try await OwnDatabase.connection.use { session in
            for week in 0..<Int64(4) { try deliver(8, day: 7 * week, deliveries, session) }
            var until = [try day(session)]
            try deliver(1, day: 28, deliveries, session)
            // More of the day may still come: it is judged once the next has begun.
            until.append(try day(session))
            try deliver(2, day: 29, deliveries, session)
            until.append(try day(session))
            let told = try health(deliveries, session)
            try deliver(6, day: 28, deliveries, session)
            until.append(try day(session))
            return (until, [told, try health(deliveries, session)])
        }
        #expect(until == [21, 28, 21, 29])
        #expect(told == ["1970-01-29 仅 1 行，同星期中位数 8 / rows, where the median of the weekday is 8", nil])
    }

    @Test("a register that shrank proves nothing until it is whole again")
    func shrunk() async throws {
        let deliveries = Deliveries(isSnapshot: true, volume: VolumeRule(dropPercent: 50, samples: 4))
        let until = try await OwnDatabase.connection.use { session in
            for week in 0..<Int64(4) { try deliver(8, day: 7 * week, deliveries, session) }
            try deliver(1, day: 28, deliveries, session)
            let held = try day(session)
            try deliver(9, day: 29, deliveries, session)
            return [held, try day(session)]
        }
        #expect(until == [21, 29])
    }
}
