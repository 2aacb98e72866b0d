import Feeds
import Foundation
import Testing

@Suite("A file of a size known before")
struct KnownFileTests {
    private let folder = OwnFolder()
    private let text = String(repeating: "0123456789abcdef\n", count: 40_000)

    private func archive() throws -> Archive { try Archive(directory: folder.path("archive")) }

    @Test("is recognised by its bytes and keeps the hash it had")
    func recognised() throws {
        let archive = try archive()
        let kept = try archive.take(folder.write(text, to: "a.csv"))
        let again = try archive.take(folder.write(text, to: "b.csv"), likely: [kept.sha256])
        #expect(again.sha256 == kept.sha256)
        #expect(again.path == kept.path)
        #expect(again.size == kept.size)
        #expect(again.source != kept.source)
    }

    @Test("that differs in its last byte is kept for itself")
    func differs() throws {
        let archive = try archive()
        let kept = try archive.take(folder.write(text + "x", to: "a.csv"))
        let other = try archive.take(folder.write(text + "y", to: "b.csv"), likely: [kept.sha256])
        #expect(other.sha256 != kept.sha256)
        #expect(SharedFolder.contents(of: other.path) == Array((text + "y").utf8))
    }

    @Test("is not mistaken for one it only begins or ends like")
    func partial() throws {
        let archive = try archive()
        let kept = try archive.take(folder.write(text, to: "a.csv"))
        let longer = try archive.take(folder.write(text + "x", to: "b.csv"), likely: [kept.sha256])
        let shorter = try archive.take(folder.write(String(text.dropLast()), to: "c.csv"), likely: [kept.sha256])
        #expect(Set([kept.sha256, longer.sha256, shorter.sha256]).count == 3)
    }

    @Test("is hashed where the archive no longer holds what it is likely to be")
    func missing() throws {
        let archive = try archive()
        let kept = try archive.take(folder.write(text, to: "a.csv"))
        try FileManager.default.removeItem(atPath: kept.path)
        let again = try archive.take(folder.write(text, to: "b.csv"), likely: [kept.sha256, "no hash"])
        #expect(again.sha256 == kept.sha256)
        #expect(SharedFolder.contents(of: again.path) == Array(text.utf8))
    }
}
