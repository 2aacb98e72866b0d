import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import Simulation
import Store
import TestSupport

/// A simulated prefecture whose exports lie in the folders of the example configuration.
struct SimulatedRegion {
    let house: House
    let key: AnswerKey
    let now: Instant
    private let folder: TemporaryFolder

    init(
        seed: UInt64,
        days: Int,
        scale: Double,
        formats: FormatChoice = .plain,
        database: String = OwnDatabase.parameters,
        reading: ReadingPlace = DocketProgram.reading,
        adjusting adjust: (inout Configuration) throws -> Void = { _ in }
    ) async throws {
        let simulation = try Simulation(seed: seed, days: days, scale: scale)
        try await self.init(simulation, formats: formats, database: database, reading: reading, adjusting: adjust)
    }

    /// - Parameters:
    ///   - simulation: what happens there.
    ///   - formats: how the files are written.
    ///   - platform: where what it offers is handed out in place of files.
    ///   - database: what it is taken into.
    ///   - reading: where deliveries are read.
    ///   - adjust: changes the settings before they are used.
    /// - Throws: why it cannot be written or read.
    init(
        _ simulation: Simulation,
        formats: FormatChoice,
        platform: String? = nil,
        database: String,
        reading: ReadingPlace = DocketProgram.reading,
        adjusting adjust: (inout Configuration) throws -> Void = { _ in }
    ) async throws {
        folder = try TemporaryFolder()
        let offers = platform == nil ? [] : PlatformOffer.all
        key = try simulation.write(to: folder.path, as: formats, except: offers).key
        let settings = SimulationConfig(
            seed: simulation.seed,
            configDirectory: Repository.config,
            formats: formats,
            platform: platform
        )
        house = try await House.configured(
            by: settings.write(to: folder.path),
            database: database,
            reading: reading,
            adjusting: adjust
        )
        now = try RFC3339.instant(key.asOf)
    }

    /// Takes everything that lies there.
    @discardableResult
    func intake() async throws -> Int {
        var taken = 0
        for feed in house.configuration.feeds { taken += try await house.intake(feed.name, now: now) }
        return taken
    }

    /// Takes and reviews everything, as `docket run --until-drained` does.
    func drain() async throws -> Drain.Outcome {
        // Long after any file was written: every file is at rest.
        let rested = Instant(microseconds: 4_102_444_800_000_000)
        return try await Drain(house.passes).run(now: now, clock: { rested }, report: { _ in })
    }

    /// Lets go of the database.
    func close() async { await house.passes.connection.close() }

    /// Lays every file of every feed beside itself once more, under another name and with the bytes `change` makes.
    func layAgain(_ change: ([UInt8]) -> [UInt8]) throws {
        for folder in house.configuration.feeds.compactMap(\.folder?.path) {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                // The name still begins and ends as the feed's pattern wants, so that the time of export stays.
                guard let mark = name.firstIndex(of: "_") else { continue }
                let other = name[..<mark] + "_again" + name[mark...]
                let bytes = try [UInt8](Data(contentsOf: URL(filePath: folder + "/" + name)))
                try Data(change(bytes)).write(to: URL(filePath: folder + "/" + other))
            }
        }
    }

    /// How the alerts and findings do against the answers.
    func score() async throws -> Score {
        let region = house.configuration.region
        let observed = try await house.passes.connection.use { session in
            try StandingQuery.all(region: region, session).compactMap { standing in
                FindingState(rawValue: standing.state).map {
                    Observation(check: standing.check, subject: standing.subject, state: $0)
                }
            }
                + session.run(
                    "SELECT DISTINCT check_id, subject FROM docket.alert WHERE region = $1 AND NOT open ORDER BY 1, 2",
                    [.integer32(region)]
                ).map { row in Observation(closed: try row.text(1), of: try row.text(0)) }
        }
        return Score(key, observed: observed, checks: Set(house.configuration.checks.map(\.id)))
    }

    private enum RFC3339 {
        static func instant(_ text: String) throws -> Instant {
            let format = try TimeFormat("yyyy-MM-dd'T'HH:mm:ssXXX")
            guard let instant = format.parse(text.utf8Span.span, zone: try Zone("Asia/Shanghai")) else {
                throw NoTime(text: text)
            }
            return instant
        }

        struct NoTime: Error { let text: String }
    }
}
