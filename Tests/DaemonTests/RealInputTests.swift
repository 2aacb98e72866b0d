import Foundation
import Model
import Settings
import TestSupport
import Testing

private enum RealInputs {
    static let folder = ProcessInfo.processInfo.environment["DOCKET_REAL_INPUTS"]
}

/// Public exports nobody here wrote. Their licences do not let them lie in the repository: `DOCKET_REAL_INPUTS` names the
/// folder that holds `ames-comma`, `ames-semicolon`, `us-open-data` and `cn-gbk-cumcm2021a-crlf`.
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
        let feeds = files.map { "'\(Repository.config)/examples/\($0.feed).yaml'" }.joined(separator: ", ")
        let main = try folder.write(Repository.mainFile(feeds: "[\(feeds)]"), to: "docket.yaml")
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

    @Test("Ames: 1556 tests with two readings each, in two dialects that say the same")
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

    @Test("workbooks: 530 sums of states and years, and two registers with titles, merged and continued rows")
    func workbooks() async throws {
        let house = try await house([
            ("au-bitre", "au-bitre/police_enforcement_2024_alcohol_drug_tests.xlsx"),
            ("kaohsiung-labour", "tw-labour-penalties/kaohsiung/10502-0.xlsx"),
        ])
        #expect(try await tallies(house) == ["au-bitre 530 530 0 0 0", "kaohsiung-labour 263 263 0 0 0"])
    }

    @Test("Ames: six rows that repeat another are records of their own")
    func identicalRows() async throws {
        let house = try await house([("ames-comma", "ames-comma/breath_alcohol_ames.csv")])
        let copies = "SELECT count(*)::text FROM docket.breath_test WHERE key NOT LIKE '%#1'"
        #expect(try await house.texts(copies) == ["6"])
    }

    @Test("the body cameras of New Orleans become recordings, each with its beginning and end")
    func bodyCameras() async throws {
        let feed = "nopd-body-worn-cameras"
        let house = try await house([(feed, "us-open-data/nopd-body-worn-camera-metadata.csv")])
        let rows = try await house.texts("SELECT read::text FROM docket.delivery WHERE rejected = 0")
        let whole = "SELECT count(*)::text FROM docket.recording WHERE started_at < ended_at"
        #expect(try await house.texts(whole) == rows)
        #expect(rows != ["0"])
    }

    @Test("GB 18030 files keep every character", arguments: 1...3)
    func chinese(number: Int) async throws {
        let feed = "cumcm-2021a-\(number)"
        let house = try await house([(feed, "cn-gbk-cumcm2021a-crlf/附件\(number).csv")])
        let tally = try #require(try await tallies(house).first)
        let counts = tally.split(separator: " ")
        #expect(counts.count == 6 && counts[1] == counts[2] && counts[1] != "0", "\(tally)")
        #expect(
            try await house.texts("SELECT key FROM docket.robot t WHERE t::text ~ '[\\uFFFD\\uE000-\\uF8FF]'") == []
        )
    }
}
