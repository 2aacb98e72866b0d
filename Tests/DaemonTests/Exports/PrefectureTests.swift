import Daemon
import Feeds
import Foundation
import Model
import Settings
import Simulation
import TestSupport
import Testing
import Transport
import Vendor

@Suite("The same prefecture, however its exports are written and brought", .serialized, .timeLimit(.minutes(30)))
struct PrefectureTests {
    /// One that spoils a row even in so small a world.
    private static let seed: UInt64 = 7
    private static let (days, scale) = (8, 0.01)

    /// Files in folders, as the vendors have always written them.
    private static let plain = Task {
        try await contents {
            try await SimulatedRegion(seed: seed, days: days, scale: scale, database: $0, reading: .here)
        }
    }

    /// Each form for all feeds, by turns in each packing and in none, with `DOCKET_TEST_SEEDS`; else of those that are no CSV
    /// some, and all of them mixed.
    private static var formats: [FormatChoice] {
        let isThorough = ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"] != nil
        let packings = [nil] + ExportPacking.allCases
        let all = ExportForm.allCases.enumerated().map { index, form in
            ExportFormat(form, packings[(index + 1) % packings.count])
        }
        return all.filter { isThorough || [.json, .xml, .xlsx].contains($0.form) }.map(FormatChoice.all) + [.mixed]
    }

    @Test("in every format the same records are stored, the same rows refused, and the same troubles found")
    func formats() async throws {
        let reference = try await Self.plain.value
        #expect(reference.revisions.count > 1000 && !reference.rejections.isEmpty)
        for formats in Self.formats {
            let contents = try await Self.contents { database in
                try await SimulatedRegion(
                    seed: Self.seed,
                    days: Self.days,
                    scale: Self.scale,
                    formats: formats,
                    database: database,
                    reading: .here
                )
            }
            #expect(contents.differencesInRecords(from: reference) == [], "\(formats)")
        }
    }

    @Test(
        "over SFTP too",
        .enabled(if: SFTPServer.isInstalled, "openssh-server is not installed: SKIPPED")
    )
    func sftp() async throws {
        let server = try SFTPServer()
        let contents = try await Self.contents(takesAgain: true) { database in
            try await SimulatedRegion(
                seed: Self.seed,
                days: Self.days,
                scale: Self.scale,
                formats: .mixed,
                database: database,
                reading: .here
            ) { configuration in
                for index in configuration.feeds.indices {
                    try configuration.feeds[index].source = Self.source(of: configuration.feeds[index], on: server)
                }
            }
        }
        #expect(contents.differencesInRecords(from: try await Self.plain.value) == [])
    }

    private static func source(of feed: FeedDefinition, on server: SFTPServer) throws -> FeedSource {
        let folder = try #require(feed.folder)
        return .sftp(
            FileServerSource(
                directory: try #require(Address("sftp://127.0.0.1:\(server.port)\(folder.path)/")),
                files: folder.files,
                settleSeconds: 0,
                user: server.user,
                login: .key(file: server.keyFile, passphraseFile: nil),
                trust: ServerTrust(knownHostsFile: server.hosts("known_hosts"))
            )
        )
    }

    @Test("over HTTP too, page by page, from a platform that asks for patience, fails, breaks off and is slow")
    func http() async throws {
        let simulation = try Simulation(seed: Self.seed, days: Self.days, scale: Self.scale)
        let server = try VendorServer(Platform(simulation), .usual(seed: 1))
        let contents = try await Self.contents(takesAgain: true) { database in
            try await SimulatedRegion(
                simulation,
                formats: .mixed,
                platform: server.address,
                database: database,
                reading: .here
            )
        }
        #expect(contents.differencesInLatest(from: try await Self.plain.value) == [])
        for fault in Misbehaviour.Fault.allCases { #expect(server.tally[fault] ?? 0 > 0, "\(fault)") }
    }

    /// What is in the database once everything was taken in, with every trouble found and none invented; to look once
    /// more, where that is asked for, brings nothing new.
    private static func contents(
        takesAgain: Bool = false,
        _ region: (_ database: String) async throws -> SimulatedRegion
    ) async throws -> RecordContents {
        var contents: RecordContents?
        try await TestServer.shared.get().withDatabase { database in
            let region = try await region(database)
            let outcome = try await region.drain()
            #expect(outcome.faults == [] && outcome.deliveries > 20)
            let score = try await region.score()
            #expect(score.planted > 0 && score.isPerfect, "\(score)")
            if takesAgain { #expect(try await region.drain().deliveries == 0) }
            contents = try await RecordContents(of: region.house, kinds: Kind.allCases)
            await region.close()
        }
        return try #require(contents)
    }
}
