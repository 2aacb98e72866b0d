import Daemon
import Feeds
import Foundation
import Model
import Postgres
import Settings
import TestSupport

/// A whole installation in a folder: configuration, key, two feeds, state, and the running test's database.
struct BadInputPlace {
    let folder: TemporaryFolder

    /// The columns of the breath-test feed.
    static let header = "设备编号,记录号,测试时间,测试值,姓名\n"

    /// The folder of the configuration that is shipped.
    static var shippedConfig: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Config").path
    }

    init(database: String = OwnDatabase.parameters, state: String = "state") throws {
        folder = try TemporaryFolder()
        let config = Self.shippedConfig
        try folder.write(
            """
            database: "\(database)"
            state_directory: \(state)
            region: 430800
            pepper_file: id-pepper
            schedule: { poll: 1s, review: 1s, digest: "08:00" }
            feeds: feeds
            checks: \(config)/checks
            law: \(config)/law
            units: \(config)/units.yaml

            """,
            to: "docket.yaml"
        )
        try folder.write([UInt8](repeating: 7, count: 32), to: "id-pepper")
        try write("breath-tests", kind: "breath_test", Self.breathColumns)
        try write("robots", kind: "robot", "  robot: 编号\n")
    }

    private static let breathColumns = """
          device: 设备编号
          record_no: 记录号
          tested_at: { column: 测试时间, format: "yyyy-MM-dd HH:mm:ss", zone: Asia/Shanghai }
          alcohol: { column: 测试值, unit: mg/100mL }
          person_name: 姓名

        """

    private func write(_ feed: String, kind: String, _ columns: String) throws {
        try folder.write(
            """
            feed: \(feed)
            kind: \(kind)
            region: 430800
            serves: ["4308"]
            folder: in/\(feed)
            files: ["*.csv"]
            settle: 0s
            contents: increment
            csv: { encoding: utf-8 }
            columns:
            \(columns)
            """,
            to: "feeds/\(feed).yaml"
        )
        try FileManager.default.createDirectory(atPath: path("in/\(feed)"), withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.path + "/" + name }

    /// `--config` and its value.
    var config: [String] { ["--config", path("docket.yaml")] }

    /// A sound row of the breath-test feed.
    static func row(_ number: Int) -> String { "JC01,\(number),2025-03-03 21:10:00,45.2,张三\n" }

    func deliver(_ bytes: some Sequence<UInt8>, as name: String, to feed: String = "breath-tests") throws {
        try folder.write(bytes, to: "in/\(feed)/\(name)")
    }

    func deliver(_ text: String, as name: String, to feed: String = "breath-tests") throws {
        try deliver(text.utf8, as: name, to: feed)
    }

    /// The passes over the configuration as it stands.
    func passes() async throws -> Passes {
        let configuration = try Configuration.load(path: path("docket.yaml"))
        let passes = try Passes(
            configuration,
            connection: Connection(configuration.database, label: "test"),
            reading: DocketProgram.reading
        )
        try await passes.prepare()
        return passes
    }

    /// Looks at one feed once; every file counts as at rest.
    func intake(_ passes: Passes, feed: String = "breath-tests") async throws {
        var looks = SettlingFiles()
        let year2100 = Instant(microseconds: 4_102_444_800_000_000)
        for definition in passes.configuration.feeds where definition.name == feed {
            _ = try await passes.intake(
                definition,
                looks: &looks,
                now: Instant(microseconds: 1_741_000_000_000_000),
                clock: year2100,
                report: { _ in }
            )
        }
    }

    /// The one text column of a query.
    static func texts(_ sql: String, in database: String = OwnDatabase.parameters) async throws -> [String] {
        let connection = Connection(database, label: "texts")
        let texts = try await connection.use { session in try session.run(sql).map { row in try row.text(0) } }
        await connection.close()
        return texts
    }

    /// How many rows each table holds, but for those every start brings up to date.
    static func census() async throws -> [String] {
        let tables = try await texts(
            """
            SELECT relname::text FROM pg_class WHERE relnamespace = 'docket'::regnamespace AND relkind IN ('r', 'p')
                AND relname NOT IN ('migration', 'check_rule', 'unit', 'feed') ORDER BY relname
            """
        )
        let counts = tables.map { "SELECT '\($0) ' || count(*) AS n FROM docket.\($0)" }
        return try await texts(counts.joined(separator: " UNION ALL ") + " ORDER BY 1")
    }
}
