import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import TestSupport
import Testing

@Suite("A feed of JSON through the passes", .ownDatabase, .serialized)
struct JSONFeedTests {
    private let now = SmallWorld.asOf
    private static let rested = Instant(microseconds: 4_102_444_800_000_000)

    private let tests = (1...3).map { number in
        [
            "device": "JC01", "record_no": "\(number)", "tested_at": "2025-03-03 20:0\(number):00",
            "alcohol": "\(number)5.5",
        ]
    }

    private var objects: [String] {
        tests.map { test in
            "{" + test.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }.joined(separator: ", ") + "}"
        }
    }

    private func take(_ text: String, as layout: JSONShape.Layout, named name: String, in house: House) async throws {
        try house.folder.write(text, to: "in/breath_test/\(name)")
        var feed = try house.feed("breath_test")
        (feed.format, feed.exportTime) = (.json(JSONShape(layout: layout)), nil)
        feed.folder?.files = [name]
        var looks = SettlingFiles()
        let now = now
        _ = try await house.passes.intake(feed, looks: &looks, now: now, clock: Self.rested, report: { _ in })
    }

    private func counts(_ house: House) async throws -> [String] {
        try await house.texts(
            "SELECT concat_ws(' ', read, stored, revised, unchanged, rejected) FROM docket.delivery ORDER BY number"
        )
    }

    @Test("the same tests in CSV, in a document and in lines are stored once")
    func sameRecords() async throws {
        let house = try await House.plain()
        try await house.deliver(.breathTest, tests, exportedAt: now, now: now)
        try await take("[\(objects.joined(separator: ","))]", as: .document(path: []), named: "a.json", in: house)
        try await take(objects.joined(separator: "\n"), as: .lines, named: "b.json", in: house)
        #expect(try await counts(house) == ["3 3 0 0 0", "3 0 0 3 0", "3 0 0 3 0"])
        #expect(try await house.texts("SELECT count(*)::text FROM docket.breath_test") == ["3"])
    }

    @Test("a file of lines without a byte is a sound delivery of no rows")
    func quietDay() async throws {
        let house = try await House.plain()
        try await take("", as: .lines, named: "quiet.jsonl", in: house)
        #expect(try await counts(house) == ["0 0 0 0 0"])
        #expect(try await house.texts("SELECT coalesce(unreadable, '-') FROM docket.delivery") == ["-"])
    }

    @Test("of a document that breaks nothing is stored, and why is recorded; whole, each record leads to its object")
    func broken() async throws {
        let house = try await House.plain()
        let list = objects.joined(separator: ",\n")
        let path = JSONShape.Layout.document(path: ["data", "list"])
        try await take("{\"data\":{\"list\":[\(list)", as: path, named: "c.json", in: house)
        #expect(try await house.texts("SELECT count(*)::text FROM docket.breath_test") == ["0"])
        #expect(try await counts(house) == ["0 0 0 0 0"])
        let cause = try await house.texts("SELECT coalesce(unreadable, '') FROM docket.delivery")
        #expect(cause.first?.contains("line 3: ") == true)
        #expect(cause.first?.contains("the file is cut off there; 请重新导出") == true)

        try await take("{\"data\":{\"list\":[\(list)]}}", as: path, named: "d.json", in: house)
        #expect(try await counts(house).last == "3 3 0 0 0")
        let archive = try Archive(directory: house.configuration.stateDirectory + "/archive")
        let places = try await house.passes.connection.use { session in
            try session.run(
                """
                SELECT encode(d.sha256, 'hex'), t.byte_from, t.byte_length FROM docket.breath_test t
                JOIN docket.delivery d ON d.region = t.region AND d.number = t.delivery ORDER BY t.key
                """
            ).map { row in (try row.text(0), try row.integer(1), try row.integer(2)) }
        }
        let rows = try places.map { hash, from, length in
            String(decoding: try archive.rawRow(sha256: hash, offset: from, length: length), as: UTF8.self)
        }
        #expect(rows == objects)
    }

    @Test("rows that stand on one line are told apart, with a key of their own and without one")
    func oneLine() async throws {
        let house = try await House.plain()
        let revised = objects[0].replacingOccurrences(of: "15.5", with: "16.5")
        try await take(
            "[\((objects + [revised]).joined(separator: ","))]",
            as: .document(path: []),
            named: "e.json",
            in: house
        )
        #expect(try await counts(house) == ["4 3 1 0 0"])
        let values = "SELECT record_no || ' ' || alcohol FROM docket.breath_test ORDER BY record_no, revision"
        #expect(try await house.texts(values) == ["1 1550", "1 1650", "2 2550", "3 3550"])

        var feed = try house.feed("breath_test")
        (feed.name, feed.key, feed.exportTime) = ("unkeyed", .row, nil)
        feed.format = .json(JSONShape(layout: .document(path: [])))
        feed.folder?.files = ["f.json"]
        try house.folder.write(
            "[\((objects + [objects[0]]).joined(separator: ","))]",
            to: "in/breath_test/f.json"
        )
        var looks = SettlingFiles()
        _ = try await house.passes.intake(feed, looks: &looks, now: now, clock: Self.rested, report: { _ in })
        #expect(try await counts(house).last == "4 4 0 0 0")
        #expect(
            try await house.texts(
                "SELECT part || ' ' || encoding || ' ' || encoding_by || ' ' || read || ' ' || skipped FROM docket.delivery_part WHERE delivery = 2"
            )
                == ["0 utf-8 format 4 0"]
        )
    }
}
