import Daemon
import Model
import Settings
import TestSupport
import Testing

@Suite("A check that cannot run says so, and the others go on", .ownDatabase)
struct CheckFaultTests {
    private let now = SmallWorld.asOf
    private let test = ["device": "JC01", "record_no": "1", "tested_at": "2025-03-03 20:00:00", "alcohol": "132.5"]

    private func deliverAll(_ house: House) async throws {
        for kind in Kind.allCases {
            try await house.deliver(kind, kind == .breathTest ? [test] : [], exportedAt: now, now: now)
        }
    }

    private func open(_ house: House) async throws -> [String] {
        try await house.texts(
            """
            SELECT check_id FROM docket.alert
            WHERE open AND check_id IN ('drunk-no-case', 'reading-no-video') ORDER BY 1
            """
        )
    }

    /// SQL that goes wrong, and what is said of it.
    private static let faults = [
        ("SELECT s.sped FROM docket.stop s WHERE s.region = :region AND s.key = ANY (:subjects)", "42703"),
        (
            "SELECT s.key AS subject, s.unit AS unit, s.duty_at AS since, NULL::boolean AS answered, false AS waits, "
                + "'usual' AS band FROM docket.stop s WHERE s.region = :region AND s.key = ANY (:subjects)", "NULL"
        ),
        (
            "SELECT s.key AS subject, s.unit AS unit, s.duty_at AS since, false AS answered, false AS waits, "
                + "'usual' AS band FROM docket.stop s, generate_series(1, 2) "
                + "WHERE s.region = :region AND s.key = ANY (:subjects)", "two rows"
        ),
        (
            "SELECT s.key AS subject, s.unit AS unit, s.duty_at AS since, false AS answered, false AS waits, "
                + "'grave' AS band FROM docket.stop s WHERE s.region = :region AND s.key = ANY (:subjects)", "grave"
        ),
    ]

    @Test("its SQL fails: the fault is kept, and all it missed is made up for once it runs", arguments: faults)
    func failing(sql: String, word: String) async throws {
        let house = try await House.plain()
        try await deliverAll(house)
        let broken = try house.passes { configuration in
            for index in configuration.checks.indices where configuration.checks[index].id == "drunk-no-case" {
                configuration.checks[index].sql = sql
                configuration.checks[index].version = "broken"
            }
        }
        _ = try await broken.review(now: now)
        #expect(try await open(house) == ["reading-no-video"])
        #expect(try await broken.review(now: now)?.faults.keys.sorted() == ["drunk-no-case"])
        let fault = try await broken.status().checks.first { $0.id == "drunk-no-case" }?.fault
        #expect(fault?.contains(word) == true, "\(fault ?? "none")")

        // Nothing is touched any more, and yet the check looks at everything.
        _ = try await house.passes.review(now: now)
        #expect(try await open(house) == ["drunk-no-case", "reading-no-video"])
        #expect(try await house.passes.status().checks.allSatisfy { $0.fault == nil })
    }

    @Test("a feed that does not bring a field it needs makes it not runnable, and that is said")
    func missingField() async throws {
        let house = try await House.plain { configuration in
            for index in configuration.feeds.indices where configuration.feeds[index].kind == .recording {
                configuration.feeds[index].columns.removeAll { $0.field == "ended_at" }
                configuration.feeds[index].unknownColumns = .ignore
            }
        }
        try await deliverAll(house)
        try await house.review(now: now)
        #expect(try await open(house) == ["drunk-no-case"])
        let (digest, _) = try await house.passes.report(now: now)
        #expect(digest.text.contains("未能运行，缺少：执法视音频清单(ended_at)"))
    }
}
