import Feeds
import Foundation
import Glibc
import Model
import Settings
import Testing

@Suite("A drop folder")
struct DropFolderTests {
    private let folder = OwnFolder()
    private static let second: Int64 = 1_000_000

    private func instant(_ seconds: Int64) -> Instant { Instant(microseconds: seconds * Self.second) }

    private func settled(_ drop: DropFolder, _ looks: inout SettlingFiles, _ now: Instant) throws -> [Candidate] {
        drop.settled(try drop.look(now: now), looks: &looks, now: now)
    }

    @Test("takes regular files of the feed's names, and no link, folder, hidden or unfinished file")
    func candidates() throws {
        for name in ["b.csv", "a.csv", "c.txt", ".hidden.csv", "d.csv.tmp", "e.csv.PART", "f.filepart"] {
            try folder.write("x", to: name)
        }
        try FileManager.default.createDirectory(atPath: folder.path("g.csv"), withIntermediateDirectories: false)
        #expect(symlink(folder.path("a.csv"), folder.path("h.csv")) == 0)
        #expect(mkfifo(folder.path("i.csv"), 0o600) == 0)
        let look = try DropFolder(.example(folder: folder.path, files: ["*.csv", "*.filepart"])).look(
            now: instant(1_767_196_800)
        )
        let found = look.candidates
        #expect(found.map(\.name) == ["a.csv", "b.csv"])
        #expect(found.map(\.path) == [folder.path("a.csv"), folder.path("b.csv")])
        #expect(found.allSatisfy { $0.identity.size == 1 })
        #expect(look.passedOver == ["h.csv", "i.csv"])
    }

    @Test("tells of files it must leave because of their names or their kind")
    func passedOver() throws {
        // 酒精.csv as Windows names it in GBK: no UTF-8.
        let name = Array((folder.path + "/").utf8) + [0xBE, 0xC6, 0xBE, 0xAB] + Array(".csv".utf8) + [0]
        let descriptor = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
            path.baseAddress.map { Glibc.open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
        }
        #expect(descriptor >= 0 && close(descriptor) == 0)
        let look = try DropFolder(.example(folder: folder.path, files: ["*.csv"])).look(now: instant(1_767_196_800))
        #expect(look.candidates.isEmpty)
        #expect(look.passedOver.count == 1)
        #expect(look.complaint?.contains("1 left") == true)
    }

    @Test("gives files in the order of their export times, then of their names")
    func order() throws {
        for name in ["x_20260102000000.csv", "y_20260101000000.csv", "a_20260102000000.csv", "a.csv"] {
            try folder.write("x", to: name)
        }
        let rule = ExportTime(pattern: #"_(\d{14})\.csv$"#, format: "yyyyMMddHHmmss", zone: "Asia/Shanghai")
        let found = try DropFolder(.example(folder: folder.path, exportTime: rule)).look(now: instant(1_767_196_800))
            .candidates
        #expect(
            found.map(\.name) == ["y_20260101000000.csv", "a_20260102000000.csv", "x_20260102000000.csv", "a.csv"]
        )
        // 2026-01-01 00:00 in Shanghai.
        #expect(found.first?.exportedAt == instant(1_767_196_800))
        #expect(found.last?.exportedAt == nil)
        let reader = try ExportTimeReader(rule)
        #expect(reader.time(of: "z_20260101000000.csv") == instant(1_767_196_800))
        #expect(reader.time(of: "z_20261301000000.csv") == nil)
    }

    @Test("a name that holds what a terminal obeys is not taken, and is told without it")
    func unprintable() throws {
        for name in ["a\nb.csv", "c\u{1B}[31m.csv", "d\u{202E}.csv", "e.csv"] { try folder.write("x", to: name) }
        let look = try DropFolder(.example(folder: folder.path, files: ["*.csv"])).look(now: instant(1_767_196_800))
        #expect(look.candidates.map(\.name) == ["e.csv"])
        #expect(look.passedOver.count == 3)
        #expect(look.complaint?.contains("such as a b.csv:") == true)
    }

    @Test("a name that tells a time ahead of ours by more than a day tells none, and that is said")
    func ahead() throws {
        for name in ["x_20621101000000.csv", "y_20260101000000.csv"] { try folder.write("x", to: name) }
        let rule = ExportTime(pattern: #"_(\d{14})\.csv$"#, format: "yyyyMMddHHmmss", zone: "Asia/Shanghai")
        let drop = try DropFolder(.example(folder: folder.path, exportTime: rule))
        let look = try drop.look(now: instant(1_767_196_800 - 86_400))
        #expect(look.candidates.map(\.exportedAt) == [instant(1_767_196_800), nil])
        #expect(look.ahead == ["x_20621101000000.csv"])
        #expect(look.complaint?.contains("such as x_20621101000000.csv") == true)
        #expect(try drop.look(now: instant(1_767_196_800 - 86_401)).ahead.count == 2)
    }

    @Test("leaves a file alone until two looks far enough apart have seen it the same")
    func settling() throws {
        let drop = try DropFolder(.example(folder: folder.path))
        var looks = SettlingFiles()
        let later = 4_000_000_000
        try folder.write("1", to: "a.csv", modified: later)
        #expect(try settled(drop, &looks, instant(100)).isEmpty)
        #expect(try settled(drop, &looks, instant(104)).isEmpty)
        #expect(try settled(drop, &looks, instant(105)).map(\.name) == ["a.csv"])
        try folder.write("12", to: "a.csv", modified: later)
        #expect(try settled(drop, &looks, instant(106)).isEmpty)
        #expect(try settled(drop, &looks, instant(110)).isEmpty)
        #expect(try settled(drop, &looks, instant(111)).map(\.name) == ["a.csv"])
    }

    @Test("takes a file at the first look where its last change is old enough")
    func oldFile() throws {
        let drop = try DropFolder(.example(folder: folder.path))
        try folder.write("1", to: "a.csv", modified: 1000)
        var looks = SettlingFiles()
        #expect(try settled(drop, &looks, instant(1005)).isEmpty)
        var others = SettlingFiles()
        #expect(try settled(drop, &others, instant(1006)).map(\.name) == ["a.csv"])
    }

    @Test("says where it is and what to do when it is not there, or is no folder")
    func faults() throws {
        let missing = try DropFolder(.example(folder: folder.path("none")))
        #expect(throws: FolderFault(.missing, folder: folder.path("none"), detail: "No such file or directory")) {
            try missing.look(now: instant(1_767_196_800))
        }
        try folder.write("x", to: "file")
        let file = try DropFolder(.example(folder: folder.path("file")))
        #expect(throws: FolderFault(.notAFolder, folder: folder.path("file"), detail: "Not a directory")) {
            try file.look(now: instant(1_767_196_800))
        }
    }
}
