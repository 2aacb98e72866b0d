import Daemon
import Foundation
import Model
import Postgres
import Settings
import Simulation
import TestSupport
import Testing

@Suite("Any order and grouping of the same deliveries gives the same tables", .serialized)
struct ArrivalTests {
    /// More of them with `DOCKET_TEST_SEEDS`.
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"].flatMap { UInt64($0) } ?? 5)

    /// How the rows of a feed are named.
    enum Naming: CaseIterable {
        case byFields, byContent

        var key: FeedDefinition.KeyRule? { self == .byContent ? .row : nil }
    }

    /// Of two words of one moment that counts which came last: exports of one moment keep their order, and no other does.
    /// Rows alike to the last letter stay in one file, which tells several events from one that is told of several times.
    @Test(
        "files one by one in their order, or shuffled, split, packed together, repeated and in heaps",
        arguments: seeds,
        Naming.allCases
    )
    func arrivals(seed: UInt64, naming: Naming) async throws {
        var source = ExportingSource(seed: seed)
        let exports = source.exports(of: 4, last: SmallWorld.asOf, isDoubled: true)
        let server = try TestServer.shared.get()
        var plain: RecordContents?
        try await server.withDatabase { database in
            plain = try await Carriage.folder.take(exports, as: .csv, in: .plain, namedBy: naming.key, database)
        }
        let reference = try #require(plain)
        var random = SeededGenerator(seed: seed &+ 1_000_000)
        for wrapping in [Wrapping.plain, .zip] {
            let files = arrivals(of: exports, in: wrapping, &random)
            try await server.withDatabase { database in
                let contents = try await take(files, wrapping, naming, database)
                let differences = contents.differences(from: reference).joined(separator: "\n")
                #expect(differences == "", "seed \(seed): \(wrapping)\n\(files.map(\.name).joined(separator: "\n"))")
            }
        }
    }

    /// A file on its way to a feed.
    private struct Arrival {
        let export: Export
        let name: String
        let bytes: [UInt8]
        /// Whether the feed looks when it has come.
        let isLookedFor: Bool

        var kind: Kind { export.kind }

        /// Exports of one moment have this in common.
        var moment: String { "\(kind) \(export.exportedAt)" }
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
                files.append(arrival(of: export, part: number, bytes, wrapping, &random))
            }
        }
        files = Self.inOrderOfEditions(files.shuffled(using: &random))
        for file in files where Int.random(in: 1...4, using: &random) == 1 {
            let place = files.firstIndex { $0.name == file.name } ?? 0
            let copy = arrival(of: file.export, part: 10 + place, file.bytes, wrapping, &random)
            files.insert(copy, at: Int.random(in: (place + 1)...files.count, using: &random))
        }
        return files
    }

    private func arrival(
        of export: Export,
        part: Int,
        _ bytes: [UInt8],
        _ wrapping: Wrapping,
        _ random: inout SeededGenerator
    ) -> Arrival {
        Arrival(
            export: export,
            name: export.name("csv", part: part) + wrapping.ending,
            bytes: bytes,
            isLookedFor: Int.random(in: 1...3, using: &random) == 1
        )
    }

    /// Each place keeps a file of its moment, but the earlier edition comes first.
    private static func inOrderOfEditions(_ files: [Arrival]) -> [Arrival] {
        var waiting = Dictionary(grouping: files, by: \.moment).mapValues { group in
            [0, 1].flatMap { edition in group.filter { $0.export.edition == edition } }
        }
        return files.compactMap { file in
            guard let first = waiting[file.moment]?.first else { return nil }
            waiting[file.moment]?.removeFirst()
            return first
        }
    }

    private func take(_ files: [Arrival], _ wrapping: Wrapping, _ naming: Naming, _ database: String) async throws
        -> RecordContents
    {
        let house = try await House.plain(database: database) { configuration in
            for index in configuration.feeds.indices {
                configuration.feeds[index].packing = wrapping.packing
                configuration.feeds[index].folder?.files = ["*"]
                if let key = naming.key { configuration.feeds[index].key = key }
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
