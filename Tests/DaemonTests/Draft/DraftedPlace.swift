import Daemon
import Feeds
import Foundation
import Model
import Settings
import TestSupport

/// A folder with a configuration under which feeds are drafted, by the real program.
struct DraftedPlace {
    let folder: TemporaryFolder
    private let main: String

    /// When the files are read: late enough for all of them.
    private static let now = Instant(microseconds: 1_780_272_000_000_000)

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/feeds", withIntermediateDirectories: true)
        try folder.write(String(repeating: "k", count: 32), to: "id-pepper")
        main = try folder.write(Repository.mainFile(feeds: "feeds"), to: "docket.yaml").path
    }

    func draft(_ file: String, _ options: [String] = []) async throws -> DocketProgram.Outcome {
        try await DocketProgram.run(
            ["feed", "draft", file, "--config", main, "--synonyms", Repository.config + "/synonyms.yaml"] + options
        )
    }

    /// The feed a draft describes.
    func feed(_ draft: String) throws -> FeedDefinition {
        try FeedDefinition.read(draft, name: "draft.yaml", base: folder.path, law: Repository.rules.get().law)
    }

    /// What a feed makes of a file: each record by its line, key and values, and how many rows were rejected.
    func records(
        _ feed: FeedDefinition,
        _ file: String,
        fields: Set<String>
    ) throws -> (records: [String], rejected: Int64) {
        let trial = FeedTrial(feed: feed, law: try Repository.rules.get().law, most: .max, now: Self.now)
        var records: [String] = []
        let tally = try trial.run(file) { row in
            guard case .record(let line, let key, let values) = row else { return }
            let shown = values.filter { fields.contains($0.name) }.map { "\($0.name)=\($0.text)" }
            records.append("\(line) \(key ?? "-") \(shown.joined(separator: " "))")
        }
        return (records, tally.rejected)
    }

    /// A file of its own.
    func write(_ bytes: Data, to name: String) throws -> String {
        try folder.write(bytes, to: name)
        return folder.path + "/" + name
    }
}
