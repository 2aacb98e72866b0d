import Foundation

/// A configuration with which the daemon reads a simulation's exports.
package struct SimulationConfig: Equatable, Sendable {
    package let seed: UInt64
    /// The `Config` folder of the installation: its checks, law, units and example feeds are used as they are.
    package let configDirectory: String

    package init(seed: UInt64, configDirectory: String) {
        self.seed = seed
        self.configDirectory = configDirectory
    }

    /// Writes `docket.yaml` and `id-pepper` into the folder that holds the exports.
    ///
    /// - Throws: `SimulationError.write` naming the path.
    /// - Returns: the path of the main file.
    @discardableResult
    package func write(to directory: String) throws -> String {
        let folder = URL(filePath: directory, directoryHint: .isDirectory).absoluteURL
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw SimulationError.write(path: folder.path(percentEncoded: false), cause: "\(error)")
        }
        let main = folder.appending(path: "docket.yaml")
        try Simulation.write(Data(mainFile().utf8), to: main)
        let pepper = folder.appending(path: "id-pepper")
        try Simulation.write(Data(pepperBytes()), to: pepper)
        try? FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: pepper.path(percentEncoded: false)
        )
        return main.path(percentEncoded: false)
    }

    private func mainFile() -> String {
        let config = URL(filePath: configDirectory, directoryHint: .isDirectory).absoluteURL
        func path(_ below: String) -> String {
            let text = config.appending(path: below).path(percentEncoded: false)
            return "'\(text.replacing("'", with: "''"))'"
        }
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
            feeds: \(path("examples/prefecture/feeds"))
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
