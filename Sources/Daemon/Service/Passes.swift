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
    private let archive: Archive
    private let reading: ReadingPlace
    /// Nil where only what is stored already is looked at.
    private let tokens: TokenKey?
    /// Those of the feeds that come from servers, by the name of the feed.
    private let remotes: [String: RemoteIntake]

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
            guard let tokens else { continue }
            let pass = try IntakePass(
                feed,
                law: configuration.law,
                archive: archive,
                tokens: tokens,
                reading: reading
            )
            remotes[feed.name] = try RemoteIntake(pass)
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

    /// Looks at one feed once.
    ///
    /// - Parameters:
    ///   - feed: Which.
    ///   - own: The connection for its transactions; nil for that of the passes.
    ///   - looks: What earlier polls saw of files that still grew.
    ///   - now: What is written down as the time of receipt.
    ///   - clock: The time of this look, by which files are at rest.
    ///   - report: Told what became of each thing.
    /// - Returns: what the poll came to; its trouble is also noted in the database.
    /// - Throws: `FolderFault`, which is also noted in the database; `StartFault` where these passes do not take in;
    ///   `DatabaseError`; `CancellationError`.
    package func intake(
        _ feed: FeedDefinition,
        on own: Connection? = nil,
        looks: inout SettlingFiles,
        now: Instant,
        clock: Instant,
        report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> IntakePass.Poll {
        let connection = own ?? self.connection
        do {
            if let remote = remotes[feed.name] {
                let result = try await remote.run(connection, now: now, report: report)
                try await note(result.trouble, feed, connection, now: now)
                return result
            }
            let pass = try intakePass(of: feed)
            let result = try await pass.run(connection, looks: &looks, now: now, clock: clock, report: report)
            try await note(result.trouble, feed, connection, now: now)
            return result
        } catch let fault as FolderFault {
            try await note("\(fault)", feed, connection, now: now)
            throw fault
        }
    }

    /// - Throws: `StartFault` where these passes do not take in; `UnreadableDelivery` where the feed's definition is at
    ///   fault.
    func intakePass(of feed: FeedDefinition) throws -> IntakePass {
        guard let tokens else {
            throw StartFault(.pepper, "没有个人信息密钥，不能取数 / nothing can be taken in without the key for personal data")
        }
        return try IntakePass(
            feed,
            law: configuration.law,
            archive: archive,
            tokens: tokens,
            reading: reading
        )
    }

    /// Notes how the feed fares: what the poll came to, and whether what came is what is expected of it.
    private func note(
        _ trouble: String?,
        _ feed: FeedDefinition,
        _ connection: Connection,
        now: Instant
    ) async throws {
        let configuration = configuration
        try await connection.use { session in
            try session.transaction { session in
                try SetAsideAlerts(configuration, feed: feed, now: now).run(session)
            }
            try FeedStore.note(trouble, feed: feed.name, kind: feed.kind, region: feed.region, session)
            try FeedHealth.note(feed.name, feed.contract, at: now, region: feed.region, session)
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

    /// Writes the digest into the database and as files under the state directory.
    ///
    /// - Throws: `DigestFault` where the files cannot be written; the digest is in the database then, and
    ///   `layOutDigests` will lay it out. `DatabaseError`.
    package func report(now: Instant, language: Language? = nil) async throws
        -> (digest: ReportPass.Digest, page: String)
    {
        let pass = ReportPass(configuration)
        let digest = try await connection.use { try pass.run($0, now: now, language: language) }
        try await layOutDigests(now: now)
        if digest.translation != nil { try digestFiles.write(digest) }
        return (digest, digestFiles.page(of: digest))
    }

    /// The same where a digest is due by the schedule; nil where none is.
    ///
    /// - Throws: As `report(now:language:)`.
    package func reportIfDue(now: Instant) async throws -> (digest: ReportPass.Digest, page: String)? {
        let pass = ReportPass(configuration)
        let schedule = DigestSchedule(minute: configuration.digestMinute)
        guard let digest = try await connection.use({ try pass.run($0, now: now, by: schedule) }) else { return nil }
        try await layOutDigests(now: now)
        return (digest, digestFiles.page(of: digest))
    }

    /// Writes the files of every digest that still lacks them: a full disk or a kill may have come between.
    ///
    /// - Throws: `DigestFault`, `DatabaseError`.
    package func layOutDigests(now: Instant) async throws {
        let region = configuration.region
        let waiting = try await connection.use { try DigestStore.notLaidOut(region: region, $0) }
        for row in waiting {
            try digestFiles.write(ReportPass.Digest(row))
            try await connection.use { try DigestStore.markLaidOut(row.number, at: now, region: region, $0) }
        }
    }

    private var digestFiles: DigestFiles {
        DigestFiles(directory: configuration.stateDirectory + "/digests", region: configuration.region)
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
