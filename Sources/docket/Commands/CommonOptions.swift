import ArgumentParser
import Daemon
import Feeds
import FoundationEssentials
import Model
import Postgres
import Settings

/// What every verb that works on a configuration takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "主配置文件 / main configuration file")
    var config = "/etc/docket/docket.yaml"

    @Flag(name: .long, help: "以JSON输出 / print JSON for machines")
    var json = false

    func load() throws -> Configuration {
        let configuration = try Configuration.load(
            path: config,
            credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]
        )
        // A mistyped string is a mistake in the configuration, not a server that may come back.
        _ = try ConnectionInfo(configuration.database)
        return configuration
    }

    /// The passes over a database that is ready for them. Verbs that take in records need the key for personal data;
    /// the others do without, so that people can look beside a daemon whose key only systemd can read.
    func passes(_ label: String, _ loaded: Configuration? = nil, takesIn: Bool = false) async throws -> Passes {
        let configuration = try loaded ?? load()
        let connection = Connection(configuration.database, label: label)
        let passes = try Passes(configuration, connection: connection, reading: .ownProcess, takesIn: takesIn)
        try await passes.prepare()
        return passes
    }
}

/// The time a verb works as of.
struct AsOfOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: "以此时刻为准，如 2025-03-17T09:00:00+08:00;默认现在 / work as of this time; the present by default",
        transform: { text in
            guard let instant = Instant(rfc3339: text) else {
                throw ValidationError(
                    "\(text) 不是时刻，应如 2025-03-17T09:00:00+08:00 / is no time; write it like 2025-03-17T09:00:00+08:00"
                )
            }
            return instant
        }
    )
    var asOf: Instant?

    var instant: Instant { asOf ?? Wall.now }
}
