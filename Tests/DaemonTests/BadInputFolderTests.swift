import Feeds
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Folders and files a feed cannot be read from", .ownDatabase)
struct BadInputFolderTests {
    private static let trouble = "SELECT coalesce(trouble, 'none') FROM docket.feed WHERE name = 'breath-tests'"

    private static let spoilings: [(what: String, cause: String, spoil: @Sendable (String) throws -> Void)] = [
        ("gone", "目录不存在", { try FileManager.default.removeItem(atPath: $0) }),
        (
            "a file", "不是目录",
            {
                try FileManager.default.removeItem(atPath: $0)
                try Data().write(to: URL(filePath: $0))
            }
        ),
        (
            "a link to itself", "无法读取目录 / cannot read the folder",
            {
                try FileManager.default.removeItem(atPath: $0)
                try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: $0)
            }
        ),
    ]

    @Test(
        "its trouble is noted with its remedy, the other feeds go on, and it is forgotten when the folder is back",
        arguments: spoilings.indices
    )
    func folder(number: Int) async throws {
        let (_, cause, spoil) = Self.spoilings[number]
        let place = try BadInputPlace()
        let passes = try await place.passes()
        try spoil(place.path("in/breath-tests"))
        try place.deliver("编号\nR1\n", as: "r.csv", to: "robots")
        await #expect(throws: FolderFault.self) { try await place.intake(passes) }
        try await place.intake(passes, feed: "robots")
        let noted = try await BadInputPlace.texts(Self.trouble)
        #expect(noted.first?.hasPrefix(place.path("in/breath-tests") + ": ") == true, "\(noted)")
        #expect(noted.first?.contains(cause) == true, "\(noted)")
        #expect(try await BadInputPlace.texts("SELECT key FROM docket.robot") == ["R1"])
        try? FileManager.default.removeItem(atPath: place.path("in/breath-tests"))
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1), as: "a.csv")
        try await place.intake(passes)
        #expect(try await BadInputPlace.texts(Self.trouble) == ["none"])
        #expect(try await BadInputPlace.texts("SELECT key FROM docket.breath_test") == ["JC01|1"])
    }

    @Test("a run over all feeds takes the sound ones, names the broken one and ends with 74")
    func wholeRun() async throws {
        let place = try BadInputPlace()
        try FileManager.default.removeItem(atPath: place.path("in/breath-tests"))
        try place.deliver("编号\nR1\n", as: "r.csv", to: "robots")
        let run = try await DocketProgram.run(
            ["run", "--until-drained", "--as-of", "2025-03-17T09:00:00+08:00"] + place.config
        )
        #expect(run.code == 74, "\(run.errors)")
        #expect(run.errors.contains("breath-tests: " + place.path("in/breath-tests") + ": 目录不存在"))
        #expect(try await BadInputPlace.texts("SELECT key FROM docket.robot") == ["R1"])
    }

    @Test("a file larger than the archive takes is left, its trouble noted, and the others are taken")
    func tooLarge() async throws {
        let place = try BadInputPlace()
        let passes = try await place.passes()
        try place.deliver("", as: "a.csv")
        #expect(truncate(place.path("in/breath-tests/a.csv"), 3 << 30) == 0)
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1), as: "b.csv")
        try await place.intake(passes)
        let noted = try await BadInputPlace.texts(Self.trouble)
        #expect(noted.first?.contains("a.csv: 超过 2147483648 字节，请分批导出") == true, "\(noted)")
        #expect(try await BadInputPlace.texts("SELECT key FROM docket.breath_test") == ["JC01|1"])
        let run = try await DocketProgram.run(["intake"] + place.config)
        #expect(run.code == 74)
        #expect(run.errors.contains("export it in parts"))
    }

    @Test("without the right to read, that is what is noted", .disabled(if: geteuid() == 0, "root may read everything"))
    func forbidden() async throws {
        let place = try BadInputPlace()
        let passes = try await place.passes()
        chmod(place.path("in/breath-tests"), 0)
        await #expect(throws: FolderFault.self) { try await place.intake(passes) }
        chmod(place.path("in/breath-tests"), 0o700)
        #expect(try await BadInputPlace.texts(Self.trouble).first?.contains("没有读取权限") == true)
    }

    @Test("a cell of 200 MB costs one row, and no memory to speak of", .timeLimit(.minutes(20)))
    func hugeCell() async throws {
        let place = try BadInputPlace()
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1) + "JC01,2,\"", as: "a.csv")
        let file = try FileHandle(forWritingTo: URL(filePath: place.path("in/breath-tests/a.csv")))
        try file.seekToEnd()
        let piece = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<200 { try file.write(contentsOf: piece) }
        try file.write(contentsOf: Data("\",1,x\n\(BadInputPlace.row(3))".utf8))
        try file.close()
        let small = try await DocketProgram.run(["status"] + place.config)
        let run = try await DocketProgram.run(["intake"] + place.config)
        #expect(run.code == 0, "\(run.errors)")
        let fate = "SELECT concat_ws(' ', read, '=', stored, revised, unchanged, rejected) FROM docket.delivery"
        #expect(try await BadInputPlace.texts(fate) == ["3 = 2 0 0 1"])
        let rejection = "SELECT line || ' ' || reason || ' ' || byte_length FROM docket.rejection"
        let rejections = try await BadInputPlace.texts(rejection)
        #expect(rejections == ["3 too_long \(8 + (200 << 20) + 6)"])
        #expect(run.peakMemory < small.peakMemory + (48 << 20), "\(run.peakMemory) bytes, \(small.peakMemory) without")
    }
}
