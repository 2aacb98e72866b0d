package import Feeds
import FoundationEssentials
import Hashing
package import Model
package import Postgres
package import Settings
package import Store

/// The passes of one region, ready to be walked: configuration, connection, archive and key.
package struct Passes: Sendable {
    package let configuration: Configuration
    package let connection: Connection
    let archive: Archive
    let reading: ReadingPlace
    /// Nil where only what is stored already is looked at.
    let tokens: TokenKey?
    /// Those of the feeds that come from servers, by the name of the feed.
    let remotes: [String: RemoteIntake]

    /// - Parameters:
    ///   - configuration: What to go by.
    ///   - connection: The database.
    ///   - reading: Where deliveries are read.
    ///   - takesIn: Whether records are to be taken in, for which alone the key is needed. Beside a running daemon nobody
    ///     but systemd may hold it.
    /// - Throws: `StartFault` where the key or the state directory is not usable; `UnreadableDelivery` where a feed's
    ///   pattern for export times is none.
    package init(
        _ configuration: Configuration,
        connection: Connection,
        reading: ReadingPlace,
        takesIn: Bool = true
    ) throws {
        self.configuration = configuration
        self.reading = reading
        self.connection = connection
        tokens = takesIn ? TokenKey(pepper: try Pepper.read(configuration.pepperFile)) : nil
        guard takesIn else {
            archive = Archive(reading: configuration.stateDirectory + "/archive")
            remotes = [:]
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: configuration.stateDirectory,
                withIntermediateDirectories: true
            )
            archive = try Archive(directory: configuration.stateDirectory + "/archive")
        } catch {
            throw StartFault(
                .stateDirectory,
                "\(configuration.stateDirectory): 无法建立或写入，请检查路径、权限和空间 / cannot be made or written to; check its path, permissions and space: \(error.brief)"
            )
        }
        var remotes: [String: RemoteIntake] = [:]
        for feed in configuration.feeds where feed.folder == nil {
            remotes[feed.name] = try RemoteIntake(Self.pass(of: feed, configuration, archive, tokens, reading))
        }
        self.remotes = remotes
    }

    /// Refuses a database this program cannot work with. Writes nothing.
    ///
    /// - Throws: `StartFault`, `DatabaseError`, `MigrationError`.
    package func prepare() async throws {
        let place = ConnectionInfo.describe(configuration.database)
        try await connection.use { session in
            switch try Migrator().state(session) {
            case .current: break
            case .missing:
                throw StartFault(
                    .schema,
                    "\(place): 没有 docket 表结构，请先运行 docket migrate / no docket schema; run docket migrate"
                )
            case .older(let number):
                throw StartFault(
                    .schema,
                    "\(place): 表结构停在 \(number)，请运行 docket migrate / the schema is at \(number); run docket migrate"
                )
            case .newer(let number):
                throw StartFault(
                    .schema,
                    "\(place): 表结构 \(number) 比本程序新，请升级程序 / the schema (\(number)) is newer than this program; upgrade it"
                )
            }
        }
    }

    /// Reviews the region; a rehearsal walks the real path and undoes it.
    ///
    /// - Returns: nil where another daemon reviews the region just now.
    /// - Throws: `DatabaseError`, `SQLTemplateError`.
    package func review(
        now: Instant,
        scope: ReviewPass.Scope = .touched,
        isRehearsal: Bool = false
    ) async throws -> ReviewPass.Outcome? {
        let pass = ReviewPass(configuration)
        return try await connection.use { session in
            guard isRehearsal else { return try pass.run(session, now: now, scope: scope) }
            return try session.rolledBack { try pass.run($0, now: now, scope: scope) }
        }
    }

    /// Everything behind one alert, or nil where there is no such alert.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func explanation(of alert: AlertKey) async throws -> Explanation? {
        let configuration = configuration
        return try await connection.use { try Explanation(alert, configuration, $0) }
    }

    /// The channel on which a daemon of the region listens: `NOTIFY docket_430800` makes it look at once.
    package static func channel(of region: Int32) -> String { "docket_\(region)" }

    /// Tells a running daemon that there is something to review.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func ring() async throws {
        let channel = Self.channel(of: configuration.region)
        _ = try await connection.use { try $0.run("SELECT pg_notify($1, '')", [.text(channel)]).count }
    }

    /// How the region stands now.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func status() async throws -> RegionStatus {
        let configuration = configuration
        return try await connection.use { try RegionStatus(configuration, $0) }
    }

    /// The raw bytes of a row, from the archive.
    package func rawRow(sha256: String, part: String?, offset: Int64, length: Int64) throws -> [UInt8] {
        try archive.rawRow(sha256: sha256, part: part, offset: offset, length: length)
    }
}
