import Feeds
import Foundation
import Glibc
import Hashing
import Testing

@Suite("The archive")
struct ArchiveTests {
    private let folder = OwnFolder()

    private func archive(largest: Int64 = 1 << 30) throws -> Archive {
        try Archive(directory: folder.path("archive"), largest: largest)
    }

    private func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path("archive/incoming"))
    }

    @Test("keeps a file under the hash of its bytes, for reading only")
    func keeps() throws {
        let archive = try archive()
        let source = try folder.write("abc", to: "a.csv")
        let kept = try archive.take(source)
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(kept.sha256 == hash)
        #expect(kept.size == 3)
        #expect(kept.path == folder.path("archive/sha256/ba/78/" + hash))
        #expect(SharedFolder.contents(of: kept.path) == Array("abc".utf8))
        var status = stat()
        #expect(lstat(kept.path, &status) == 0 && status.st_mode & 0o777 == 0o440)
        #expect(try leftovers().isEmpty)
        #expect(FileManager.default.fileExists(atPath: source))
    }

    @Test("keeps the same bytes once, whatever their file is called")
    func once() throws {
        let archive = try archive()
        let first = try archive.take(folder.write("abc", to: "a.csv"))
        let second = try archive.take(folder.write("abc", to: "b.csv"))
        #expect(first.path == second.path)
        #expect(first.source != second.source)
        #expect(try leftovers().isEmpty)
    }

    @Test("copies a large file whole")
    func large() throws {
        let text = String(repeating: "0123456789abcdef\n", count: 200_000)
        let kept = try archive().take(folder.write(text, to: "a.csv"))
        #expect(kept.sha256 == Hex.text(SHA256.hash(Array(text.utf8))))
        #expect(SharedFolder.contents(of: kept.path) == Array(text.utf8))
    }

    @Test("refuses links, folders and pipes, and does not wait for a pipe")
    func notFiles() throws {
        let archive = try archive()
        let file = try folder.write("abc", to: "a.csv")
        let (link, pipe) = (folder.path("link"), folder.path("pipe"))
        #expect(symlink(file, link) == 0 && mkfifo(pipe, 0o600) == 0)
        for path in [link, pipe, folder.path] {
            #expect(throws: ArchiveFault.notAFile(path: path)) { try archive.take(path) }
        }
        #expect(throws: ArchiveFault.vanished(path: folder.path("none"))) { try archive.take(folder.path("none")) }
        #expect(try leftovers().isEmpty)
    }

    @Test("leaves a file that changed since it was looked at for later")
    func changed() throws {
        let archive = try archive()
        let path = try folder.write("abc", to: "a.csv", modified: 1000)
        let looked = try archive.take(path).source
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("d".utf8))
        #expect(throws: ArchiveFault.stillGrowing(path: path)) { try archive.take(path, expected: looked) }
        try FileManager.default.removeItem(atPath: folder.path("a.csv"))
        try folder.write("other", to: "b.csv")
        try FileManager.default.moveItem(atPath: folder.path("b.csv"), toPath: path)
        let fault = #expect(throws: ArchiveFault.self) { try archive.take(path, expected: looked) }
        #expect(fault == .vanished(path: path) || fault == .stillGrowing(path: path))
        #expect(try leftovers().isEmpty)
    }

    @Test("refuses a file above its limit before copying it")
    func tooLarge() throws {
        let path = try folder.write("abcd", to: "a.csv")
        let archive = try archive(largest: 3)
        #expect(throws: ArchiveFault.tooLarge(path: path, limit: 3)) { try archive.take(path) }
    }

    @Test("clears what a killed run left behind, and nothing a living one holds")
    func clearing() throws {
        _ = try archive()
        try folder.write("half", to: "archive/incoming/take-dead")
        try folder.write("half", to: "archive/incoming/take-alive")
        try folder.write("foreign", to: "archive/incoming/other")
        let held = open(folder.path("archive/incoming/take-alive"), O_RDONLY)
        #expect(flock(held, LOCK_EX) == 0)
        _ = try archive()
        #expect(try leftovers().sorted() == ["other", "take-alive"])
        close(held)
    }

    @Test("gives back the bytes of one row")
    func rawRow() throws {
        let archive = try archive()
        let hash = try archive.take(folder.write("a,b\n1,\u{1F600}\n", to: "a.csv")).sha256
        #expect(try archive.rawRow(sha256: hash, offset: 4, length: 7) == Array("1,\u{1F600}\n".utf8))
        #expect(throws: ArchiveFault.self) { try archive.rawRow(sha256: hash, offset: 4, length: 8) }
        #expect(throws: ArchiveFault.self) { try archive.rawRow(sha256: hash, offset: .max, length: .max) }
        #expect(throws: ArchiveFault.unknown(hash: "../../etc")) {
            try archive.rawRow(sha256: "../../etc", offset: 0, length: 1)
        }
    }

    @Test("notices that what it kept has another size")
    func damaged() throws {
        let archive = try archive()
        let path = try folder.write("abc", to: "a.csv")
        let kept = try archive.take(path)
        #expect(chmod(kept.path, 0o600) == 0)
        #expect(truncate(kept.path, 1) == 0)
        let fault = #expect(throws: ArchiveFault.self) { try archive.take(path) }
        #expect(fault == .damaged(path: kept.path, detail: "1 bytes where there were 3"))
    }
}
