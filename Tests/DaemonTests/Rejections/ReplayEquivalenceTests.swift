import Foundation
import TestSupport
import Testing

@Suite("A faulty mapping and a replay give what the mended mapping gives from the beginning", .serialized)
struct ReplayEquivalenceTests {
    /// More of them with `DOCKET_TEST_SEEDS`.
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"].flatMap { UInt64($0) } ?? 30)

    @Test("whatever is replayed when, in files that come in any order", arguments: seeds)
    func equal(seed: UInt64) async throws {
        let world = MendedWorld(seed: seed)
        let server = try TestServer.shared.get()
        var (replayed, whole): ([String], [String]) = ([], [])
        try await server.withDatabase { replayed = try await world.stored(mendedFromTheStart: false, $0) }
        try await server.withDatabase { whole = try await world.stored(mendedFromTheStart: true, $0) }
        #expect(!whole.isEmpty)
        guard replayed != whole else { return }
        let only = replayed.filter { !whole.contains($0) }.map { "replayed: \($0)" }
        let lacking = whole.filter { !replayed.contains($0) }.map { "whole:    \($0)" }
        Issue.record("seed \(seed)\n\((only + lacking).joined(separator: "\n"))\n\n\(world)")
    }
}
