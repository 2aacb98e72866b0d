import Foundation

/// A configuration with which the daemon reads a simulation's exports.
package struct SimulationConfig: Equatable, Sendable {
    package let seed: UInt64
    /// The `Config` folder of the installation: its checks, law, units and example feeds are used as they are.
    package let configDirectory: String
    /// How the exports are written.
    package let formats: FormatChoice
    /// Where a platform hands out what it offers (`PlatformOffer`), such as `http://127.0.0.1:8000`; nil where there is none
    /// and all comes in folders.
    package let platform: String?

    /// - Parameters:
    ///   - seed: of the simulation.
    ///   - configDirectory: the `Config` folder of the installation.
    ///   - formats: how the exports are written that lie in folders.
    ///   - platform: where the others are handed out.
    package init(
        seed: UInt64,
        configDirectory: String,
        formats: FormatChoice = .plain,
        platform: String? = nil
    ) {
        self.seed = seed
        self.configDirectory = configDirectory
        self.formats = formats
        self.platform = platform
    }

    /// Writes `docket.yaml` and `id-pepper` into the folder that holds the exports; `feeds` where not all of them are written
    /// as the example feeds have them, and `vendor-token` where a platform wants one.
    ///
    /// - Throws: `SimulationError.write`, `.noExample` or `.example` naming the path.
    /// - Returns: the path of the main file.
    @discardableResult
    package func write(to directory: String) throws -> String {
        let folder = URL(filePath: directory, directoryHint: .isDirectory).absoluteURL
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw SimulationError.write(path: folder.path(percentEncoded: false), cause: "\(error)")
        }
        let main = folder.appending(path: "docket.yaml")
        try Simulation.write(Data(mainFile().utf8), to: main)
        try Self.writeSecret(pepperBytes(), to: folder.appending(path: "id-pepper"))
        if platform != nil {
            try Self.writeSecret(
                Array("\(Platform.token(seed: seed))\n".utf8),
                to: folder.appending(path: "vendor-token")
            )
        }
        if hasOwnFeeds { try writeFeeds(to: folder.appending(path: "feeds", directoryHint: .isDirectory)) }
        return main.path(percentEncoded: false)
    }

    private var hasOwnFeeds: Bool { formats != .plain || platform != nil }

    private static func writeSecret(_ bytes: [UInt8], to file: URL) throws {
        try Simulation.write(Data(bytes), to: file)
        try? FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: file.path(percentEncoded: false)
        )
    }

    private var config: URL { URL(filePath: configDirectory, directoryHint: .isDirectory).absoluteURL }

    private func writeFeeds(to folder: URL) throws {
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw SimulationError.write(path: folder.path(percentEncoded: false), cause: "\(error)")
        }
        let examples = config.appending(path: "examples/prefecture/feeds")
        for export in Simulation.exports(of: .empty) {
            let name = export.folder + ".yaml"
            let settings = FeedSettings(example: try Self.text(of: examples.appending(path: name)), export: export)
            try Simulation.write(Data(try text(settings).utf8), to: folder.appending(path: name))
        }
    }

    private func text(_ settings: FeedSettings) throws(SimulationError) -> String {
        let feed = settings.export.folder
        if let platform, let offer = PlatformOffer.of(feed) { return try settings.offered(as: offer, at: platform) }
        return try settings.written(as: formats.format(of: feed))
    }

    private static func text(of file: URL) throws -> String {
        do { return try String(contentsOf: file, encoding: .utf8) } catch {
            throw SimulationError.noExample(path: file.path(percentEncoded: false), cause: "\(error)")
        }
    }

    private func mainFile() -> String {
        func path(_ below: String) -> String {
            let text = config.appending(path: below).path(percentEncoded: false)
            return "'\(text.replacing("'", with: "''"))'"
        }
        let feeds = hasOwnFeeds ? "feeds" : path("examples/prefecture/feeds")
        return """
            # 演示用:模拟数据,不含真实人员 / for the demo: invented data, no real person
            database: ""
            state_directory: state
            region: 430800
            language: zh
            # 由种子得出,只可用于演示 / made from the seed, for the demo only
            pepper_file: id-pepper
            schedule: { poll: 30s, review: 60s, digest: "08:00" }
            retrospective_after: 30d
            feeds: \(feeds)
            checks: \(path("checks"))
            law: \(path("law"))
            units: \(path("examples/prefecture/units.yaml"))

            """
    }

    private func pepperBytes() -> [UInt8] {
        var chance = SplitMix64(seed: seed, stream: "pepper")
        return (0..<32).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
    }
}
