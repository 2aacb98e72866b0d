import Feeds
import Foundation
import Glibc
import Model
import Settings
import TestSupport
import Testing

@Suite("A packed delivery is read member by member")
struct PackedDeliveryTests {
    private let folder = OwnFolder()

    private func feed(_ packing: Packing) -> FeedDefinition {
        var feed = FeedDefinition.example(
            columns: [
                ColumnMapping(field: "device", columns: ["device"]), ColumnMapping(field: "record_no", columns: ["no"]),
                ColumnMapping(field: "tested_at", columns: ["at"]),
            ]
        )
        feed.packing = packing
        return feed
    }

    private func csv(_ numbers: ClosedRange<Int>, header: String = "device,no,at") -> String {
        header + "\n" + numbers.map { "A,\($0),2026-01-02 08:00:00\n" }.joined()
    }

    private func read(_ bytes: [UInt8], _ packing: Packing) throws -> [String] {
        let path = folder.path("packed")
        try Data(bytes).write(to: URL(filePath: path))
        var keys: [String] = []
        let tally = try DeliveryReader(feed: feed(packing), law: .example, receivedAt: .received).read(
            try ArchivedFile(inPlace: path),
            each: { keys.append(MappedRow($0, kind: .breathTest).key ?? "") },
            rejected: { rejection, _ in keys.append("!\(rejection.line) \(rejection.reason.rawValue)") }
        )
        #expect(tally.read == Int64(keys.count))
        return keys
    }

    private func refusal(_ bytes: [UInt8], _ packing: Packing) -> UnreadableDelivery? {
        #expect(throws: UnreadableDelivery.self) { try read(bytes, packing) }
    }

    @Test("a gzip file, of one stream or several, padded or not")
    func gzip() throws {
        let (first, second) = (Array(csv(1...2).utf8), Array("A,3,2026-01-02 08:00:00\n".utf8))
        #expect(try read(Deflate.gzip(first), .gzip) == ["A|1", "A|2"])
        #expect(try read(Deflate.gzip(first) + Deflate.gzip(second), .gzip) == ["A|1", "A|2", "A|3"])
        #expect(
            try read(Deflate.gzip(first) + [UInt8](repeating: 0, count: 70_000) + Deflate.gzip(second), .gzip).count
                == 3
        )
        let many = Array(csv(1...50_000).utf8)
        #expect(try read(Deflate.gzip(many), .gzip).count == 50_000)
    }

    @Test("a gzip file that is cut off, changed, or followed by something else is refused whole")
    func damagedGzip() {
        let sound = Deflate.gzip(Array(csv(1...2000).utf8))
        for cut in [1, 4, 8, 9, sound.count / 2] {
            #expect(refusal(Array(sound.dropLast(cut)), .gzip)?.cause == .packing, "cut by \(cut)")
        }
        for place in [sound.count - 8, sound.count - 1, sound.count / 2] {
            var changed = sound
            changed[place] ^= 0x10
            #expect(refusal(changed, .gzip)?.cause == .packing, "byte \(place)")
        }
        #expect(refusal(sound + Array("more".utf8), .gzip)?.cause == .packing)
        #expect(refusal(Array(csv(1...2).utf8), .gzip)?.cause == .otherFormat)
        #expect(refusal([], .gzip)?.cause == .empty)
    }

    @Test("every member that is asked for, each with a header of its own")
    func zip() throws {
        let zip = ZIPBytes([
            ("a.csv", csv(1...2)), ("readme.txt", "no rows"), ("more/b.csv", csv(3...3, header: "no,device,at")),
            ("__MACOSX/._a.csv", "\u{0}"), ("__MACOSX/a.csv", "x"), ("more/._b.csv", "x"),
        ])
        #expect(try read(zip.file, .zip(members: ["a.csv"])) == ["A|1", "A|2"])
        #expect(try read(zip.file, .zip(members: ["*.csv"])).count == 3)
        let error = refusal(zip.file, .zip(members: ["*.json"]))
        #expect(error?.cause == .missingMember)
        #expect(error?.explanation.contains("more/b.csv") == true)
    }

    @Test("a member in trouble is named, in UTF-8 or as Chinese Windows writes names")
    func names() {
        var member = ZIPBytes.Member("检测记录.csv", "device,no\n")
        #expect(refusal(ZIPBytes([member]).file, .zip(members: ["*"]))?.explanation.hasPrefix("检测记录.csv: ") == true)
        (member.name, member.flags) = (encoded("检测记录.csv", to: "GBK"), 0)
        #expect(refusal(ZIPBytes([member]).file, .zip(members: ["检测*"]))?.explanation.hasPrefix("检测记录.csv: ") == true)
        member.name = Array("a\n\u{1B}[31m.csv".utf8)
        #expect(
            refusal(ZIPBytes([member]).file, .zip(members: ["*"]))?.explanation.hasPrefix("a\\x0A\\x1B[31m.csv: ")
                == true
        )
        member.name = [0xFF, 0xFF, 0x2E]
        #expect(refusal(ZIPBytes([member]).file, .zip(members: ["*"]))?.explanation.hasPrefix("\\xFF\\xFF.: ") == true)
    }

    @Test("a name is a name only: nothing is written, wherever it points")
    func paths() throws {
        let outside = folder.path("outside.csv")
        let zip = ZIPBytes([("../outside.csv", csv(1...1)), (outside, csv(2...2))])
        #expect(try read(zip.file, .zip(members: ["*.csv"])) == ["A|1", "A|2"])
        #expect(access(outside, F_OK) != 0)
    }

    @Test("folders and links are no members")
    func noFiles() throws {
        var link = ZIPBytes.Member("link.csv", "/etc/passwd")
        link.mode = 0o120777
        var directory = ZIPBytes.Member("folder.csv/")
        directory.mode = 0o040755
        let zip = ZIPBytes([link, directory, .init("a.csv", csv(1...1))])
        #expect(try read(zip.file, .zip(members: ["*.csv*"])) == ["A|1"])
    }

    @Test("a ZIP file that is cut off, encrypted, changed or ambiguous is refused whole")
    func damagedZIP() {
        let all = Packing.zip(members: ["*"])
        let sound = ZIPBytes([("a.csv", csv(1...500)), ("b.csv", csv(1...500))]).file
        for cut in [1, 10, 22, 60, sound.count / 2, sound.count - 5] {
            #expect(refusal(Array(sound.dropLast(cut)), all) != nil, "cut by \(cut)")
        }
        var member = ZIPBytes.Member("a.csv", csv(1...2))
        member.checksum = 1
        #expect(refusal(ZIPBytes([member]).file, all)?.cause == .packing)
        member.isDeflated = false
        #expect(refusal(ZIPBytes([member]).file, all)?.cause == .packing)
        (member.checksum, member.flags) = (nil, 0x801)
        #expect(refusal(ZIPBytes([member]).file, all)?.explanation.contains("password") == true)
        #expect(
            refusal(ZIPBytes([("a.csv", csv(1...1)), ("a.csv", csv(2...2))]).file, all)?.explanation
                .contains("bear one name") == true
        )
        #expect(refusal(Array(csv(1...2).utf8), all)?.cause == .otherFormat)
        #expect(refusal(ZIPBytes().file, all)?.cause == .otherFormat)
    }
}
