import Daemon
import Matching
import Model
import Postgres
import Settings
import Store
import TestSupport

extension SmallWorld {
    /// Where a review after each group of files and one review of everything disagree.
    func disagreements() async throws -> [String] {
        let server = try TestServer.shared.get()
        var (steps, whole): (Verdict?, Verdict?)
        try await server.withDatabase { steps = try await reviewed(stepByStep: true, $0) }
        try await server.withDatabase { whole = try await reviewed(stepByStep: false, $0) }
        guard let stepwise = steps, let full = whole else { return ["nothing was reviewed"] }
        return stepwise.differences(from: full)
    }

    private func reviewed(stepByStep: Bool, _ database: String) async throws -> Verdict {
        // The town makes the records these checks speak of; those of the others are for `SimulatedRegionTests`.
        let house = try await House.plain(database: database) {
            $0.keepChecks("drunk-no-case", "drink-no-measure", "reading-no-video", "sms-unreviewed")
        }
        if stepByStep {
            // The first review of a database is always a full one.
            try await house.review(now: Self.asOf)
            var left = deliveries[...]
            for count in groups where !left.isEmpty {
                for delivery in left.prefix(count) { try await deliver(delivery, to: house) }
                left = left.dropFirst(count)
                try await house.review(now: Self.asOf)
            }
        } else {
            for delivery in deliveries.sorted(by: { ($0.kind.rawValue, $0.export) < ($1.kind.rawValue, $1.export) }) {
                try await deliver(delivery, to: house)
            }
            try await house.review(now: Self.asOf, scope: .full)
        }
        var verdict = try await Verdict(of: house)
        if !stepByStep { verdict.strays = try await strays(in: house) }
        await house.passes.connection.close()
        return verdict
    }

    /// Stops of the database that grouping every test there is, with nothing fetched in parts, does not find.
    private func strays(in house: borrowing House) async throws -> [String] {
        let (law, region) = (house.configuration.law.matching, house.configuration.region)
        let rules = StopRules(deviceGapSeconds: law.deviceGap, identityGapSeconds: law.identityGap)
        return try await house.passes.connection.use { session in
            let devices = try session.run("SELECT DISTINCT device FROM docket.breath_test").map { try $0.text(0) }
            let (dawn, dusk) = (Instant(microseconds: 0), Instant(microseconds: 4_102_444_800_000_000))
            let windows = devices.map { TestQuery.DeviceWindow(device: $0, from: dawn, to: dusk) }
            let tests = try TestQuery.onDevices(windows, region: region, session)
            let stops = StopGrouping(rules: rules).stops(of: tests, exclusions: [:])
            let whole = Set(stops.map { stop in stop.tests.map(\.key).sorted().joined(separator: " ") })
            let stored = try session.run(
                "SELECT string_agg(test, ' ' ORDER BY test COLLATE \"C\") FROM docket.stop_test GROUP BY stop ORDER BY 1"
            ).map { try $0.text(0) }
            return stored.filter { !whole.contains($0) }
        }
    }

    private func deliver(_ delivery: Delivery, to house: House) async throws {
        try await house.deliver(
            delivery.kind,
            records(of: delivery),
            exportedAt: exportedAt(delivery),
            now: Self.asOf
        )
    }

    /// Leaves out of the world whatever the disagreement does not need.
    func shrunk(tries: Int) async throws -> SmallWorld {
        var (smallest, piece, left) = (self, max(entries.count / 2, 1), tries)
        while left > 0 {
            var start = 0
            var isSmaller = false
            while start < smallest.entries.count, left > 0 {
                var candidate = smallest
                candidate.entries.removeSubrange(start..<min(start + piece, candidate.entries.count))
                left -= 1
                if try await candidate.disagreements().isEmpty {
                    start += piece
                } else {
                    smallest = candidate
                    isSmaller = true
                }
            }
            guard piece > 1 || isSmaller else { break }
            piece = max(piece / 2, 1)
        }
        return smallest
    }

    /// The world as a person can read it: the files in the order they came, a bar for each review.
    var story: String {
        var lines: [String] = []
        var left = deliveries[...]
        for count in groups where !left.isEmpty {
            for delivery in left.prefix(count) {
                lines += entries.filter { $0.kind == delivery.kind && $0.export == delivery.export }
                    .map(\.description)
            }
            lines.append("--- review")
            left = left.dropFirst(count)
        }
        return lines.joined(separator: "\n")
    }
}
