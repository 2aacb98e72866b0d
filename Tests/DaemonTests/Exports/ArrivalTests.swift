import Daemon
import Foundation
import Model
import Postgres
import Settings
import TestSupport
import Testing

@Suite("Any order and grouping of the same deliveries gives the same tables", .serialized)
struct ArrivalTests {
    /// More of them with `DOCKET_TEST_SEEDS`.
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"].flatMap { UInt64($0) } ?? 5)

    /// Files that tell of one moment hold different records: which of two words of one moment counts, their order says. Rows
    /// without keys are no part of this, for there the file tells two events from one that is told of twice.
    @Test(
        "files one by one in their order, or shuffled, split, packed together, repeated and in heaps",
        arguments: seeds
    )
    func arrivals(seed: UInt64) async throws {
        var source = ExportingSource(seed: seed)
        let exports = source.exports(of: 4, last: SmallWorld.asOf)
        let server = try TestServer.shared.get()
        var plain: RecordContents?
        try await server.withDatabase { plain = try await Carriage.folder.take(exports, as: .utf8, in: .plain, $0) }
        let reference = try #require(plain)
        var random = SeededGenerator(seed: seed &+ 1_000_000)
        for wrapping in [Wrapping.plain, .zip] {
            let files = arrivals(of: exports, in: wrapping, &random)
            try await server.withDatabase { database in
                let contents = try await take(files, wrapping, database)
                let differences = contents.differences(from: reference).joined(separator: "\n")
                #expect(differences == "", "seed \(seed): \(wrapping)\n\(files.map(\.name).joined(separator: "\n"))")
            }
        }
    }

    /// A file on its way to a feed.
    private struct Arrival {
        let kind: Kind
        let name: String
        let bytes: [UInt8]
        /// Whether the feed looks when it has come.
        let isLookedFor: Bool
    }

    private func arrivals(of exports: [Export], in wrapping: Wrapping, _ random: inout SeededGenerator) -> [Arrival] {
        var files: [Arrival] = []
        for export in exports {
            let parts = export.split(into: Int.random(in: 1...3, using: &random))
            // The parts of an export come as one packed file, or each for itself.
            let isTogether = wrapping == .zip && Bool.random(using: &random)
            for (number, group) in (isTogether ? [parts] : parts.map { [$0] }).enumerated() {
                let members = group.enumerated().map { index, part in
                    ("\(index).csv", PlainTable(part.kind, part.rows).text)
                }
                let bytes = wrapping == .zip ? ZIPBytes(members).file : members.flatMap { Array($0.1.utf8) }
                for copy in 0...(Int.random(in: 1...4, using: &random) == 1 ? 1 : 0) {
                    let name = export.name("csv", part: number + 10 * copy) + wrapping.ending
                    let isLookedFor = Int.random(in: 1...3, using: &random) == 1
                    files.append(Arrival(kind: export.kind, name: name, bytes: bytes, isLookedFor: isLookedFor))
                }
            }
        }
        return files.shuffled(using: &random)
    }

    private func take(_ files: [Arrival], _ wrapping: Wrapping, _ database: String) async throws -> RecordContents {
        let house = try await House.plain(database: database) { configuration in
            for index in configuration.feeds.indices {
                configuration.feeds[index].packing = wrapping.packing
                configuration.feeds[index].folder?.files = ["*"]
                configuration.feeds[index].exportTime?.pattern = #"_(\d{14})\."#
            }
        }
        for file in files {
            try house.folder.write(file.bytes, to: "in/\(file.kind.rawValue)/\(file.name)")
            if file.isLookedFor { try await house.intake(file.kind.rawValue, now: SmallWorld.asOf) }
        }
        for kind in ExportingSource.kinds { try await house.intake(kind.rawValue, now: SmallWorld.asOf) }
        let contents = try await RecordContents(of: house)
        await house.passes.connection.close()
        return contents
    }
}
