import Feeds
import Foundation
import Model
import Settings
import Testing

@Suite("A delivery is read whole")
struct DeliveryReaderTests {
    private let folder = OwnFolder()
    private let feed = FeedDefinition.example(
        key: .fields(["device", "record_no"]),
        columns: [
            ColumnMapping(field: "device", columns: ["device"]), ColumnMapping(field: "record_no", columns: ["no"]),
            ColumnMapping(field: "tested_at", columns: ["at"]),
        ]
    )

    private func archived(_ text: String) throws -> (Archive, ArchivedFile) {
        let archive = try Archive(directory: folder.path("archive"))
        return (archive, try archive.take(folder.write(text, to: "a.csv")))
    }

    @Test("every row is a record or a rejection, and each leads back to its bytes")
    func accounting() throws {
        let text = """
            device,no,at
            A,1,2026-01-02 08:00:00
            A,x,2026-01-02 08:00:00

            A,"2,2026-01-02 08:00:00
            A,3,2026-01-02 08:00:00

            """
        let (archive, file) = try archived(text)
        var keys: [String] = []
        var raw: [String] = []
        let tally = try DeliveryReader(feed: feed, law: .example, receivedAt: .received).read(
            file,
            each: { draft in
                keys.append(MappedRow(draft, kind: .breathTest).key ?? "")
                let row = try archive.rawRow(
                    sha256: file.sha256,
                    offset: draft.byteOffset,
                    length: draft.byteLength
                )
                raw.append(String(decoding: row, as: UTF8.self))
            },
            rejected: { rejection, bytes in
                let row = try archive.rawRow(
                    sha256: file.sha256,
                    offset: rejection.byteOffset,
                    length: rejection.byteLength
                )
                #expect(row == bytes.indices.map { bytes[$0] })
                raw.append("\(rejection.reason.rawValue) \(rejection.line)")
            }
        )
        #expect(tally == DeliveryTally(read: 4, mapped: 2, rejected: 2))
        #expect(keys == ["A|1", "A|3"])
        #expect(
            raw == ["A,1,2026-01-02 08:00:00\n", "number 3", "unclosed_quote 5", "A,3,2026-01-02 08:00:00\n"]
        )
    }

    @Test("where most of many rows are rejected the delivery is at fault, and says of what kind they are")
    func mostlyRejected() throws {
        let (sound, unsound) = ("A,1,2026-01-02 08:00:00\n", "A,x,2026-01-02 08:00:00\n")
        func read(_ rows: [String]) throws -> DeliveryTally {
            let (_, file) = try archived("device,no,at\n" + rows.joined())
            let reader = DeliveryReader(feed: feed, law: .example, receivedAt: .received, mostRejected: 3)
            return try reader.read(file, each: { _ in }, rejected: { _, _ in })
        }
        #expect(try read([unsound, unsound, unsound]) == DeliveryTally(read: 3, mapped: 0, rejected: 3))
        let mixed = [sound, unsound, sound, unsound, sound, unsound, sound, unsound]
        #expect(try read(mixed) == DeliveryTally(read: 8, mapped: 4, rejected: 4))
        let error = #expect(throws: UnreadableDelivery.self) { try read([sound, unsound, unsound, unsound, unsound]) }
        #expect(error?.cause == .rejected)
        #expect(error?.line == 6)
        #expect(error?.explanation.contains("more than 3 rows are rejected") == true)
        #expect(error?.explanation.contains("x") == true, "\(String(describing: error))")
    }

    @Test("an unreadable delivery calls nobody")
    func unreadable() throws {
        let (_, file) = try archived("device,no\nA,1\n")
        #expect(throws: UnreadableDelivery.self) {
            try DeliveryReader(feed: feed, law: .example, receivedAt: .received).read(
                file,
                each: { _ in Issue.record("a record") },
                rejected: { _, _ in Issue.record("a rejection") }
            )
        }
    }

    /// In a process of its own, for other tests take memory meanwhile.
    @Test("a large delivery takes no more memory than a small one, and tells how far it is")
    func constantMemory() async {
        await #expect(processExitsWith: .success) {
            let reading = DeliveryReaderTests()
            let file = try reading.largeFile()
            let before = try Self.residentKilobytes()
            var steps: [Int64] = []
            let tally = try DeliveryReader(feed: reading.feed, law: .example, receivedAt: .received).read(
                file,
                each: { _ in },
                rejected: { _, _ in },
                progress: { done, total in
                    #expect(total == file.size)
                    steps.append(done)
                }
            )
            #expect(tally == DeliveryTally(read: 1_500_000, mapped: 1_500_000, rejected: 0))
            #expect(steps == steps.sorted() && steps.count > 5 && steps.last == file.size)
            #expect(try Self.residentKilobytes() - before < 40_000)
        }
    }

    /// An archived file of 36 MB.
    private func largeFile() throws -> ArchivedFile {
        let path = try folder.write("device,no,at\n", to: "large.csv")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        let block = Data(String(repeating: "A,7,2026-01-02 08:00:00\n", count: 50_000).utf8)
        for _ in 0..<30 { try handle.write(contentsOf: block) }
        return try Archive(directory: folder.path("archive")).take(path)
    }

    /// Resident memory of this process now, as the kernel tells.
    private static func residentKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    private static let rows = [
        ["A", "1", "2026-01-02 08:00:00"], ["A", "x", "2026-01-02 08:00:00"], ["B\"\\湘", "2", "2026-01-02 08:00:00"],
        ["C", "", "2026-01-02 08:00:00"], ["D", "3", "2099-01-02 08:00:00"],
    ]

    /// The same rows, as each format writes them.
    static let sameRows: [(FileFormat, String)] = {
        let quoted = rows.map { row in row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" } }
        let objects = rows.map { row in
            zip(["device", "no", "at"], row).map { name, value in
                "\"\(name)\": \"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
            }.joined(separator: ", ")
        }.map { "{" + $0 + "}" }
        let list = objects.joined(separator: ",\n")
        return [
            (.csv(.plain()), "device,no,at\n" + quoted.map { $0.joined(separator: ",") + "\n" }.joined()),
            (.json(JSONShape(layout: .lines)), objects.joined(separator: "\n")),
            (.json(JSONShape(layout: .document(path: []))), "[" + list + "]"),
            (.json(JSONShape(layout: .document(path: ["data", "list"]))), "{\"data\":{\"n\":5,\"list\":[\n\(list)]}}"),
        ]
    }()

    @Test("the same rows give the same records and rejections in every format", arguments: sameRows)
    func everyFormat(format: FileFormat, text: String) throws {
        let (archive, file) = try archived(text)
        var feed = feed
        feed.format = format
        var records: [MappedRow] = []
        var reasons: [String] = []
        let tally = try DeliveryReader(feed: feed, law: .example, receivedAt: .received).read(
            file,
            each: { draft in
                records.append(MappedRow(draft, kind: .breathTest))
                let raw = try archive.rawRow(
                    sha256: file.sha256,
                    offset: draft.byteOffset,
                    length: draft.byteLength
                )
                #expect(String(decoding: raw, as: UTF8.self).contains("2026-01-02"))
            },
            rejected: { rejection, _ in reasons.append("\(rejection.reason) \(rejection.column ?? "")") }
        )
        #expect(tally == DeliveryTally(read: 5, mapped: 2, rejected: 3))
        #expect(records.map(\.key) == ["A|1", "B\"\\\\湘|2"], "the backslash of a key is doubled")
        #expect(records.map(\.values["tested_at"]) == Array(repeating: "2026-01-02T00:00:00Z", count: 2))
        #expect(reasons == ["number no", "missing no", "time at"])
    }
}
