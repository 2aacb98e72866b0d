import Feeds
import Foundation
import Glibc
import Model
import Settings
import Testing

@Suite(
    "Where files may not be moved, it is told what to do, and doing it helps",
    .enabled(if: geteuid() == 0, "only root can be another")
)
struct ClearingRightsTests {
    private let folder = OwnFolder()
    private static let nobody: uid_t = 65534
    private let hash = String(repeating: "0a", count: 32)

    /// A drop folder as the README has it made, with a file of another account in it.
    private func prepare(owner: uid_t, mode: mode_t = 0o3777) throws -> (DropFolder, Candidate) {
        #expect(chmod(folder.path, mode) == 0 && chown(folder.path, owner, 0) == 0)
        try folder.write("x", to: "a.csv")
        #expect(chown(folder.path("a.csv"), 1, 1) == 0)
        var feed = FeedDefinition.example(folder: folder.path)
        feed.source = .folder(FolderSource(path: folder.path, files: ["*.csv"], after: .move))
        let drop = try DropFolder(try #require(feed.folder), exportTime: nil)
        return (drop, try #require(try drop.look(now: Instant(microseconds: 1_767_196_800_000_000)).candidates.first))
    }

    /// As another account, in this thread alone.
    private func asNobody<Value>(_ body: () throws -> Value) throws -> Value {
        typealias Change = @convention(c) (uid_t) -> CInt
        let symbol = try #require(dlsym(nil, "setfsuid"))
        let change = unsafeBitCast(symbol, to: Change.self)
        let before = change(Self.nobody)
        defer { _ = change(uid_t(before)) }
        return try body()
    }

    @Test("a folder of root with the sticky bit keeps the file, and names the command")
    func sticky() throws {
        let (drop, file) = try prepare(owner: 0)
        let fault = #expect(throws: FolderFault.self) {
            try asNobody { try drop.clear(file, isUnreadable: false, sha256: hash) }
        }
        #expect(fault?.cause == .unowned)
        #expect(fault?.description.contains("chown docket \(folder.path)") == true, "\(fault?.description ?? "")")
        #expect(access(file.path, F_OK) == 0)
    }

    @Test("a folder of its own, the sticky bit kept, lets it move the file of another")
    func owned() throws {
        let (drop, file) = try prepare(owner: Self.nobody)
        try asNobody { try drop.clear(file, isUnreadable: false, sha256: hash) }
        #expect(access(folder.path("done/a.csv"), F_OK) == 0)
    }

    @Test("a folder the service sees read-only names the lines of the unit")
    func readOnly() {
        let text = FolderFault(.readOnly, folder: "/srv/in", detail: "").description
        #expect(text.contains("systemctl edit docket") && text.contains("ReadWritePaths=/srv/in"))
    }
}
