import Foundation
import TestSupport
import Testing

@Suite("Reviewing what was touched gives what reviewing everything gives")
struct IncrementalTests {
    /// More of them with `DOCKET_TEST_SEEDS`.
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"].flatMap { UInt64($0) } ?? 40)

    @Test("whatever the order and grouping of the deliveries", arguments: seeds)
    func equal(seed: UInt64) async throws {
        let world = SmallWorld(seed: seed)
        guard try await !world.disagreements().isEmpty else { return }
        let smallest = try await world.shrunk(tries: 80)
        let differences = try await smallest.disagreements().joined(separator: "\n")
        Issue.record("seed \(seed)\n\(differences)\n\n\(smallest.story)")
    }
}
