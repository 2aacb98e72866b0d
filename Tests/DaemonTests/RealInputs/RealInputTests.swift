import Foundation
import Model
import Settings
import TestSupport
import Testing

private enum RealInputs {
    static let folder = ProcessInfo.processInfo.environment["DOCKET_REAL_INPUTS"]
}

/// Public exports nobody here wrote. Their licences do not let all of them lie in the repository: `DOCKET_REAL_INPUTS` names
/// the folder that holds `ames-comma`, `us-open-data`, `tw-labour-penalties` and the others of `RealSet.all`.
@Suite(
    "Real files are read by configuration alone",
    .ownDatabase,
    .enabled(if: RealInputs.folder != nil, "DOCKET_REAL_INPUTS names no folder of real files: SKIPPED")
)
struct RealInputTests {
    private static let now = Instant(microseconds: 1_743_000_000_000_000)

    /// A house with one example feed for each name, and the file in its folder.
    private func house(_ files: [(feed: String, file: String)]) async throws -> House {
        let folder = try TemporaryFolder()
        let feeds = Set(files.map(\.feed)).sorted().map { "'\(Repository.config)/examples/\($0).yaml'" }
        let list = "[\(feeds.joined(separator: ", "))]"
        let main = try folder.write(Repository.mainFile(feeds: list), to: "docket.yaml")
        for (feed, file) in files {
            let source = URL(filePath: try #require(RealInputs.folder)).appending(path: file)
            try folder.write(Data(contentsOf: source), to: "in/\(feed)/\(source.lastPathComponent)")
        }
        let house = try await House.configured(by: main.path)
        for (feed, _) in files { try await house.intake(feed, now: Self.now) }
        withExtendedLifetime(folder) {}
        return house
    }

    private func tallies(_ house: House) async throws -> [String] {
        try await house.texts(
            """
            SELECT concat_ws(' ', feed, read, stored, revised, unchanged, rejected, unreadable)
            FROM docket.delivery ORDER BY number
            """
        )
    }

    @Test(
        "each set, whole: as many rows, and saying the same, as a reader that shares no code found",
        arguments: RealSet.all
    )
    func whole(set: RealSet) async throws {
        let house = try await house([(set.feed, set.file)])
        #expect(try await tallies(house) == ["\(set.feed) \(set.rows) \(set.rows) 0 0 0"])
        #expect(try await house.texts("SELECT sum(skipped)::text FROM docket.delivery_part") == ["0"])
        let (table, fields) = set.content.query
        let copies = "SELECT count(*)::text FROM docket.\(table) WHERE key ~ '^[0-9a-f]+#' AND key NOT LIKE '%#1'"
        #expect(try await house.texts(copies) == ["\(set.copies)"])
        let digest = """
            SELECT encode(sha256(convert_to(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), 'UTF8')), 'hex')
            FROM (SELECT concat_ws('|', \(fields.joined(separator: ", "))) AS line FROM docket.\(table)) t
            """
        #expect(try await house.texts(digest) == [set.digest])
    }

    @Test("Ames in two dialects says the same, and each test has two readings")
    func ames() async throws {
        let file = "breath_alcohol_ames.csv"
        let house = try await house([
            ("ames-comma", "ames-comma/\(file)"), ("ames-semicolon", "ames-semicolon/\(file)"),
        ])
        #expect(
            try await tallies(house) == ["ames-comma 1556 1556 0 0 0", "ames-semicolon 1556 0 0 1556 0"]
        )
        let readings = "SELECT count(*)::text FROM docket.breath_test WHERE alcohol >= 0 AND alcohol_second >= 0"
        #expect(try await house.texts(readings) == ["1556"])
    }

    @Test("a register as CSV, with rows that go on, and as ODS, with merged cells, says the same")
    func kaohsiung() async throws {
        let folder = "tw-labour-penalties/kaohsiung"
        let house = try await house([
            ("kaohsiung-labour-merged", "\(folder)/merged.csv"), ("kaohsiung-labour-ods", "\(folder)/merged-10504.ods"),
        ])
        #expect(
            try await tallies(house) == ["kaohsiung-labour-merged 921 921 0 0 0", "kaohsiung-labour-ods 921 0 0 921 0"]
        )
    }

    @Test("where columns are shifted, the date is found where it stands, and a serial serves for want of a number")
    func shifted() async throws {
        let house = try await house([("kaohsiung-labour-10501", "tw-labour-penalties/kaohsiung/10501-0.xls")])
        let serials = #"SELECT count(*)::text FROM docket.case_file WHERE case_no ~ '^\d{3}-\d{3}$'"#
        #expect(try await house.texts(serials) == ["47"])
        #expect(try await house.texts("SELECT key FROM docket.case_file WHERE decided_at IS NULL") == [])
    }

    @Test("the body cameras of New Orleans become recordings, each with its beginning and end")
    func bodyCameras() async throws {
        let feed = "nopd-body-worn-cameras"
        let house = try await house([(feed, "us-open-data/nopd-body-worn-camera-metadata.csv")])
        let whole = "SELECT count(*)::text FROM docket.recording WHERE started_at < ended_at"
        #expect(try await house.texts(whole) == ["10"])
    }

    @Test("types of vehicles that say nothing say nothing")
    func vehicles() async throws {
        let house = try await house([("montgomery-violations", "montgomery-md-1k/Traffic_Violations.csv")])
        let vehicles =
            "SELECT concat_ws(' ', vehicle, count(*)) FROM docket.case_file GROUP BY vehicle ORDER BY vehicle"
        #expect(try await house.texts(vehicles) == ["motor 975", "24"])
    }

    @Test("GB 18030 files keep every character", arguments: 1...3)
    func chinese(number: Int) async throws {
        let feed = "cumcm-2021a-\(number)"
        let house = try await house([(feed, "cn-gbk-cumcm2021a-crlf/附件\(number).csv")])
        #expect(
            try await house.texts("SELECT key FROM docket.robot t WHERE t::text ~ '[\\uFFFD\\uE000-\\uF8FF]'") == []
        )
    }
}
