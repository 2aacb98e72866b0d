import Daemon
import Feeds
import Foundation
import Glibc
import Model
import Settings
import TestSupport
import Testing

@Suite("Nothing is claimed absent while a file that may hold it is not taken", .ownDatabase)
struct MissedFileTests {
    private let now = SmallWorld.asOf

    private func completeUntil(_ house: House, _ kind: Kind) async throws -> [String] {
        try await house.texts(
            "SELECT (complete_until AT TIME ZONE 'Asia/Shanghai')::date::text FROM docket.feed "
                + "WHERE name = '\(kind.rawValue)' AND complete_until IS NOT NULL"
        )
    }

    private func stamp(_ day: Int) -> String { "202503\(day < 10 ? "0" : "")\(day)080000" }

    private func put(_ house: House, _ kind: Kind, day: Int, _ records: [[String: String]] = []) throws {
        try house.folder.write(
            PlainTable(kind, records).text,
            to: "in/\(kind.rawValue)/\(kind.rawValue)_\(stamp(day)).csv"
        )
    }

    @Test("a file too large to be taken holds its feed back, also when it is gone, until somebody sees to it")
    func tooLarge() async throws {
        let house = try await House.plain()
        try put(house, .caseFile, day: 1)
        try put(house, .caseFile, day: 3)
        let large = house.folder.path + "/in/case_file/case_file_\(stamp(2)).csv"
        #expect(FileManager.default.createFile(atPath: large, contents: nil))
        #expect(truncate(large, 3 << 30) == 0)
        try await house.intake("case_file", now: now)
        #expect(try await completeUntil(house, .caseFile) == ["2025-03-01"])
        let trouble = "SELECT coalesce(trouble, '') FROM docket.feed_overview WHERE feed = 'case_file'"
        #expect(try await house.texts(trouble).first?.contains("larger than 2147483648 bytes") == true)

        try FileManager.default.removeItem(atPath: large)
        try put(house, .caseFile, day: 4)
        try await house.intake("case_file", now: now)
        #expect(try await completeUntil(house, .caseFile) == ["2025-03-01"])
        #expect(try await house.texts(trouble).first?.contains("larger than") == true)

        _ = try await house.texts("DELETE FROM docket.missed_file WHERE region = 430800 RETURNING file_name")
        try await house.intake("case_file", now: now)
        #expect(try await completeUntil(house, .caseFile) == ["2025-03-04"])
        #expect(try await house.texts(trouble) == [""])
    }

    @Test("a file that still settles holds its feed back no longer than it does")
    func settling() async throws {
        let house = try await House.plain { configuration in
            for index in configuration.feeds.indices { configuration.feeds[index].folder?.settleSeconds = 3600 }
        }
        let feed = try house.feed("case_file")
        func look(at clock: Instant, _ looks: inout SettlingFiles) async throws -> IntakePass.Poll {
            try await house.passes.intake(feed, looks: &looks, now: now, clock: clock) { _ in }
        }
        let (early, late) = (Date(timeIntervalSince1970: 1_600_000_000), Date(timeIntervalSince1970: 1_700_000_000))
        for day in 1...3 { try put(house, .caseFile, day: day) }
        for (day, date) in [(1, early), (2, late), (3, early)] {
            let path = "\(try #require(feed.folder).path)/case_file_\(stamp(day)).csv"
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
        var looks = SettlingFiles()
        let first = try await look(at: Instant(microseconds: 1_700_000_010_000_000), &looks)
        #expect(first == .init(taken: 2, settling: 1, trouble: nil))
        #expect(try await completeUntil(house, .caseFile) == ["2025-03-01"])
        let second = try await look(at: Instant(microseconds: 1_700_003_700_000_000), &looks)
        #expect(second == .init(taken: 1, settling: 0, trouble: nil))
        #expect(try await completeUntil(house, .caseFile) == ["2025-03-03"])
    }

    @Test("a register delivered whole is not held back by an older file of it")
    func snapshot() async throws {
        let house = try await House.plain { configuration in
            for index in configuration.feeds.indices { configuration.feeds[index].contents = .snapshot }
        }
        let large = house.folder.path + "/in/robot/robot_\(stamp(2)).csv"
        #expect(FileManager.default.createFile(atPath: large, contents: nil))
        #expect(truncate(large, 3 << 30) == 0)
        try house.folder.write(PlainTable(.robot, [["robot": "R1"]]).text, to: "in/robot/robot_\(stamp(3)).csv")
        try await house.intake("robot", now: now)
        #expect(try await completeUntil(house, .robot) == ["2025-03-03"])
    }

    @Test("a file nothing could be read of is read once the mapping is mended")
    func mendedMapping() async throws {
        let house = try await House.plain()
        let text = PlainTable(.robot, [["robot": "R1"]]).text.replacing("place", with: "地点")
        let file = try house.folder.write(text, to: "in/robot/robot_\(stamp(2)).csv")
        try await house.intake("robot", now: now)
        let why = try #require(try await house.texts("SELECT unreadable FROM docket.delivery").first)
        #expect(why.contains("缺少列 / columns are missing: place") && why.contains("地点"))
        #expect(try await completeUntil(house, .robot) == [])

        let mended = try house.passes { configuration in
            for index in configuration.feeds.indices where configuration.feeds[index].kind == .robot {
                for column in configuration.feeds[index].columns.indices
                where configuration.feeds[index].columns[column].field == "place" {
                    configuration.feeds[index].columns[column].columns = ["地点"]
                }
            }
        }
        // Touched, or laid there again.
        try Data(text.utf8).write(to: file)
        var looks = SettlingFiles()
        let feed = try #require(mended.configuration.feeds.first { $0.kind == .robot })
        let year2100 = Instant(microseconds: 4_102_444_800_000_000)
        let poll = try await mended.intake(feed, looks: &looks, now: now, clock: year2100) { _ in }
        #expect(poll == .init(taken: 1, settling: 0, trouble: nil))
        #expect(
            try await house.texts(
                "SELECT concat_ws(' ', number, stored, holds_back) FROM docket.delivery ORDER BY number"
            )
                == ["1 0 f", "2 1 f"]
        )
        #expect(try await completeUntil(house, .robot) == ["2025-03-02"])
    }

    @Test("a cell too long for any index, and a time that cannot have come yet, cost a row and no more")
    func hostileRows() async throws {
        let house = try await House.plain()
        let sound = ["record_no": "1", "tested_at": "2025-03-03 20:00:00", "alcohol": "0"]
        let rows = [
            sound.merging(["device": "JC01"]) { $1 },
            sound.merging(["device": String(repeating: "x", count: 8000)]) { $1 },
            sound.merging(["device": "JC02", "tested_at": "2199-03-03 20:00:00"]) { $1 },
            sound.merging(["device": "JC03", "record_no": "-5"]) { $1 },
        ]
        try await house.deliver(.breathTest, rows, exportedAt: now, now: now)
        #expect(
            try await house.texts("SELECT concat_ws(' ', read, stored, rejected) FROM docket.delivery") == ["4 1 3"]
        )
        #expect(
            try await house.texts(
                "SELECT concat_ws(' ', line, reason, column_name) FROM docket.rejection ORDER BY line"
            )
                == ["3 too_long device", "4 time tested_at", "5 number record_no"]
        )
    }

    @Test("two registers that number alike keep their records apart by a namespace")
    func namespaces() async throws {
        let house = try await House.plain { configuration in
            guard var second = configuration.feeds.first(where: { $0.kind == .caseFile }) else { return }
            second.name = "second"
            second.folder?.path += "-second"
            second.namespace = "second"
            try? FileManager.default.createDirectory(
                atPath: second.folder?.path ?? "",
                withIntermediateDirectories: true
            )
            configuration.feeds.append(second)
        }
        let record = ["case_no": "2025-001", "category": "criminal", "accepted_at": "2025-03-04 09:00:00"]
        try put(house, .caseFile, day: 1, [record])
        try house.folder.write(
            PlainTable(.caseFile, [record.merging(["unit": "430822000000"]) { $1 }]).text,
            to: "in/case_file-second/case_file_\(stamp(1)).csv"
        )
        try await house.intake("case_file", now: now)
        try await house.intake("second", now: now)
        #expect(
            try await house.texts("SELECT key FROM docket.case_file WHERE latest ORDER BY key")
                == ["2025-001", "second|2025-001"]
        )
    }
}
