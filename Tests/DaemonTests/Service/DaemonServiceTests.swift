import Daemon
import FoundationEssentials
import Logging
import Model
import Postgres
import ServiceLifecycle
import Settings
import Simulation
import Synchronization
import Telemetry
import TestSupport
import Testing
import Transport
import Vendor

@Suite("The daemon", .ownDatabase, .timeLimit(.minutes(10)))
struct DaemonServiceTests {
    private let folder = try? TemporaryFolder()

    private static let config = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Config").path

    /// A small prefecture with a configuration for this test's database.
    private func prefecture() throws -> String {
        let out = try #require(folder).path
        _ = try Simulation(seed: 7, days: 8, scale: 0.02).write(to: out)
        let main = try SimulationConfig(seed: 7, configDirectory: Self.config).write(to: out)
        var text = try String(contentsOf: URL(filePath: main), encoding: .utf8)
        text.replace("database: \"\"", with: "database: \"\(OwnDatabase.parameters)\"")
        text.replace("poll: 30s, review: 60s", with: "poll: 1s, review: 1s")
        try Data(text.utf8).write(to: URL(filePath: main))
        return main
    }

    private func deliveries() async throws -> Int64 {
        try await OwnDatabase.connection.use { session in
            try session.run("SELECT count(*) FROM docket.delivery").single { try $0.integer(0) }
        }
    }

    /// Lays the last export of the robots' register into its folder once more, exported later.
    private func layAgain(exportedAt stamp: String) throws {
        let feed = try #require(folder).path + "/in/robots"
        let files = try FileManager.default.contentsOfDirectory(atPath: feed).filter { $0.hasPrefix("robots_") }
        let last = try #require(files.max())
        let bytes = try Data(contentsOf: URL(filePath: feed + "/" + last))
        try bytes.write(to: URL(filePath: feed + "/robots_\(stamp).csv"))
    }

    @Test("takes what lies there, raises alerts, keeps a sound configuration and ends when asked")
    func life() async throws {
        let main = try prefecture()
        let address = try #require(folder).path + "/notify"
        let inbox = try #require(NotifyInbox(address))
        let reload = Wish()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        // So late that every file is at rest.
        let present = try #require(Instant(rfc3339: "2099-01-01T09:00:00+08:00"))
        let daemon = DaemonService(
            load: { try Configuration.load(path: main) },
            clock: { present },
            reload: reload,
            notifier: ServiceNotifier(address: address, logger: logger),
            watchdog: nil,
            logger: logger,
            reading: DocketProgram.reading
        )
        let group = ServiceGroup(configuration: .init(services: [.init(service: daemon)], logger: logger))
        async let ended: Void = group.run()

        var messages = inbox.messages.makeAsyncIterator()
        #expect(await messages.next()?.contains("READY=1") == true)
        while let message = await messages.next(), !message.contains("STATUS=上次轮询") {}
        let alerts = try await OwnDatabase.connection.use { session in
            try session.run("SELECT count(*) FROM docket.alert WHERE open").single { try $0.integer(0) }
        }
        #expect(alerts > 0)

        // Neither settings that are none nor a database that is not there keep the daemon from its work.
        let sound = try String(contentsOf: URL(filePath: main), encoding: .utf8)
        let elsewhere = sound.replacing(OwnDatabase.parameters, with: "host=/nowhere")
        for (spoilt, stamp) in [("nonsense: true\n", "20250401054000"), (elsewhere, "20250402054000")] {
            try Data(spoilt.utf8).write(to: URL(filePath: main))
            reload.raise()
            while let message = await messages.next(), !message.contains("RELOADING=1") {}
            while let message = await messages.next(), !message.contains("READY=1") {}
            let before = try await deliveries()
            try layAgain(exportedAt: stamp)
            while let message = await messages.next(), try await deliveries() == before { _ = message }
            #expect(try await deliveries() == before + 1)
        }

        await group.triggerGracefulShutdown()
        var last = ""
        while let message = await messages.next() { last = message }
        #expect(last.contains("STOPPING=1"))
        try await ended
    }

    @Test("a server that keeps us waiting delays neither another server nor a folder")
    func slowServer() async throws {
        let silent = try ScriptedServer { _ in [.hang] }
        let lively = try ScriptedServer { _ in
            [.answer(#"[{"device":"D1","record_no":"1","tested_at":"2025-12-01 10:00:00"}]"#)]
        }
        let house = try await House.plain { configuration in
            configuration.pollSeconds = 1
            let names = ["device", "record_no", "tested_at"]
            for (name, server) in [("silent", silent), ("lively", lively)] {
                guard let address = Address(server.url("/tests")) else { continue }
                var feed = FeedDefinition.plain(.breathTest, name: name, region: configuration.region, folder: "/")
                feed.source = .http(HTTPSource(address, paging: .none))
                feed.format = .json(JSONShape(layout: .document(path: [])))
                feed.columns.removeAll { !names.contains($0.field) }
                configuration.feeds.insert(feed, at: 0)
            }
        }
        let table = PlainTable(.camera, [["camera": "C1"]])
        try house.folder.write(table.text, to: "in/camera/camera_20250301000000.csv")

        let address = try #require(folder).path + "/notify"
        let inbox = try #require(NotifyInbox(address))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let present = try #require(Instant(rfc3339: "2099-01-01T09:00:00+08:00"))
        let configuration = house.configuration
        let daemon = DaemonService(
            load: {
                var configuration = configuration
                configuration.database = OwnDatabase.parameters
                return configuration
            },
            clock: { present },
            reload: Wish(),
            notifier: ServiceNotifier(address: address, logger: logger),
            watchdog: nil,
            logger: logger,
            reading: DocketProgram.reading
        )
        let group = ServiceGroup(configuration: .init(services: [.init(service: daemon)], logger: logger))
        async let ended: Void = group.run()
        var messages = inbox.messages.makeAsyncIterator()
        while try await deliveries() < 2, let message = await messages.next() { _ = message }
        let taken = "SELECT feed FROM docket.delivery ORDER BY feed"
        #expect(try await house.texts(taken) == ["camera", "lively"])
        #expect(silent.calls.count == 1)
        await group.triggerGracefulShutdown()
        while let message = await messages.next() { _ = message }
        try await ended
    }
}
