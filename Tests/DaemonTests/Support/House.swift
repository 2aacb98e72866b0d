import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import TestSupport

/// A whole Docket on a folder and the running test's database: files in, passes walked, tables read.
struct House {
    let folder: TemporaryFolder
    let configuration: Configuration
    let passes: Passes

    /// Long after any file was written: every file is at rest.
    private static let rested = Instant(microseconds: 4_102_444_800_000_000)

    /// One plain feed for each kind, under the rules that are shipped, or that are made of them.
    static func plain(
        database: String = OwnDatabase.parameters,
        adjusting adjust: (inout Configuration) -> Void = { _ in }
    ) async throws -> House {
        let folder = try TemporaryFolder()
        var configuration = try Repository.rules.get()
        configuration.feeds = Kind.allCases.map { kind in
            FeedDefinition.plain(
                kind,
                name: kind.rawValue,
                region: configuration.region,
                folder: folder.path + "/in/" + kind.rawValue
            )
        }
        for path in configuration.feeds.compactMap(\.folder?.path) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        adjust(&configuration)
        return try await House(folder, configuration, database: database)
    }

    /// The house a main file describes, with its state in a folder of its own.
    static func configured(
        by path: String,
        database: String = OwnDatabase.parameters,
        reading: ReadingPlace = DocketProgram.reading,
        adjusting adjust: (inout Configuration) throws -> Void = { _ in }
    ) async throws -> House {
        var configuration = try Configuration.load(path: path)
        try adjust(&configuration)
        return try await House(TemporaryFolder(), configuration, database: database, reading: reading)
    }

    private init(
        _ folder: TemporaryFolder,
        _ configuration: Configuration,
        database: String,
        reading: ReadingPlace = DocketProgram.reading
    ) async throws {
        var configuration = configuration
        try folder.write(String(repeating: "k", count: 32), to: "id-pepper")
        configuration.pepperFile = folder.path + "/id-pepper"
        configuration.stateDirectory = folder.path + "/state"
        self.folder = folder
        self.configuration = configuration
        passes = try Passes(
            configuration,
            connection: Connection(database, label: "test"),
            reading: reading
        )
        try await passes.prepare()
    }

    func feed(_ name: String) throws -> FeedDefinition {
        guard let feed = configuration.feeds.first(where: { $0.name == name }) else { throw NoSuchFeed(name: name) }
        return feed
    }

    /// Lets the feed take what lies in its folder now.
    @discardableResult
    func intake(_ name: String, now: Instant) async throws -> Int {
        var looks = SettlingFiles()
        let result = try await passes.intake(
            feed(name),
            looks: &looks,
            now: now,
            clock: Self.rested,
            report: { _ in }
        )
        return result.taken
    }

    /// Lays a file with the records of a kind into its plain feed, exported at `exportedAt`, and takes it.
    func deliver(_ kind: Kind, _ records: [[String: String]], exportedAt: Instant, now: Instant) async throws {
        let table = PlainTable(kind, records)
        let digits = exportedAt.chinaSecondText.filter(\.isNumber)
        try folder.write(table.text, to: "in/\(kind.rawValue)/\(kind.rawValue)_\(digits).csv")
        try await intake(kind.rawValue, now: now)
    }

    /// Passes over the same folders and the same database by other rules.
    func passes(adjusting adjust: (inout Configuration) -> Void) throws -> Passes {
        var configuration = configuration
        adjust(&configuration)
        return try Passes(configuration, connection: passes.connection, reading: DocketProgram.reading)
    }

    @discardableResult
    func review(now: Instant, scope: ReviewPass.Scope = .touched) async throws -> ReviewPass.Outcome {
        guard let outcome = try await passes.review(now: now, scope: scope) else { throw Busy() }
        return outcome
    }

    /// The first column of what a query gives.
    func texts(_ sql: String) async throws -> [String] {
        try await passes.connection.use { session in try session.run(sql).map { row in try row.text(0) } }
    }

    struct NoSuchFeed: Error { let name: String }
    struct Busy: Error {}
}
