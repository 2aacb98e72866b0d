import Daemon
import Feeds
import Foundation
import Model
import Settings
import TestSupport
import Testing

@Suite("Files that were taken are moved or deleted where the feed says so, and never lost", .ownDatabase)
struct ClearingTests {
    private let now = Instant(microseconds: 1_764_038_919_000_000)

    private func house(_ after: FolderSource.AfterTaking) async throws -> House {
        try await House.plain { configuration in
            for index in configuration.feeds.indices { configuration.feeds[index].folder?.after = after }
        }
    }

    private func robots(_ names: String...) -> String {
        PlainTable(.robot, names.map { ["robot": $0] }).text
    }

    /// The files in a folder of the robots' feed.
    private func files(_ folder: String, _ house: House) -> [String] {
        let path = house.folder.path + "/in/robot" + folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".csv") }.sorted()
    }

    @Test("what was taken goes to done, what could not be read to error, and no name is overwritten")
    func moves() async throws {
        let house = try await house(.move)
        try house.folder.write(robots("R1"), to: "in/robot/robot_20251125080000.csv")
        try house.folder.write("no header\nof ours\n", to: "in/robot/robot_20251125090000.csv")
        try house.folder.write("mine", to: "in/robot/done/robot_20251125080000.csv")
        #expect(try await house.intake("robot", now: now) == 2)
        #expect(files("", house) == [])
        #expect(files("/error", house) == ["robot_20251125090000.csv"])
        let done = files("/done", house)
        #expect(done.count == 2)
        #expect(done.contains("robot_20251125080000.csv"))
        let kept = try String(
            contentsOfFile: house.folder.path + "/in/robot/done/robot_20251125080000.csv",
            encoding: .utf8
        )
        #expect(kept == "mine")
        // What lies in done and error is no input.
        #expect(try await house.intake("robot", now: now) == 0)
        #expect(try await house.texts("SELECT key FROM docket.robot") == ["R1"])
    }

    @Test("what was taken is deleted, the archive having it; what could not be read waits in error")
    func deletes() async throws {
        let house = try await house(.delete)
        try house.folder.write(robots("R1"), to: "in/robot/robot_20251125080000.csv")
        try house.folder.write("no header\nof ours\n", to: "in/robot/robot_20251125090000.csv")
        try await house.intake("robot", now: now)
        #expect(files("", house) + files("/done", house) == [])
        #expect(files("/error", house) == ["robot_20251125090000.csv"])
        let hashes = try await house.texts("SELECT encode(sha256, 'hex') FROM docket.delivery ORDER BY number")
        let archived =
            FileManager.default.enumerator(atPath: house.folder.path + "/state/archive")?
            .compactMap { ($0 as? String)?.filter(\.isHexDigit) } ?? []
        #expect(hashes.allSatisfy { hash in archived.contains { $0.hasSuffix(hash) } }, "\(archived)")
    }

    @Test("what an earlier poll took and did not come to move is moved by the next")
    func cutOff() async throws {
        let house = try await house(.leave)
        try house.folder.write(robots("R1"), to: "in/robot/robot_20251125080000.csv")
        #expect(try await house.intake("robot", now: now) == 1)
        #expect(files("", house).count == 1)
        let passes = try house.passes { configuration in
            for index in configuration.feeds.indices { configuration.feeds[index].folder?.after = .move }
        }
        let feed = try #require(passes.configuration.feeds.first { $0.name == "robot" })
        var looks = SettlingFiles()
        let rested = Instant(microseconds: 4_102_444_800_000_000)
        let poll = try await passes.intake(feed, looks: &looks, now: now, clock: rested, report: { _ in })
        #expect(poll == IntakePass.Poll())
        #expect(files("", house) == [])
        #expect(files("/done", house) == ["robot_20251125080000.csv"])
    }

    @Test("a folder files cannot be moved in is the trouble of its feed; they are taken and stay")
    func unwritable() async throws {
        let house = try await house(.move)
        try house.folder.write("a file", to: "in/robot/done")
        try house.folder.write(robots("R1"), to: "in/robot/robot_20251125080000.csv")
        #expect(try await house.intake("robot", now: now) == 1)
        #expect(files("", house) == ["robot_20251125080000.csv"])
        let trouble = try await house.texts("SELECT coalesce(trouble, '') FROM docket.feed WHERE name = 'robot'")
        #expect(trouble.first?.contains("in/robot/done: 文件已取，要移入的目录名被别的东西占着") == true, "\(trouble)")
        #expect(try await house.intake("robot", now: now) == 0)
        #expect(try await house.texts("SELECT key FROM docket.robot") == ["R1"])
    }
}
