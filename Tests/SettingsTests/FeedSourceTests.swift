import Model
import Settings
import TestSupport
import Testing
import Transport

@Suite("Where a feed comes from")
struct FeedSourceTests {
    private static let folder = "folder: in/tests\nfiles: [\"*.csv\"]"
    private static let exported =
        #"exported_at: { name: '_(\d{14})\.csv$', format: yyyyMMddHHmmss, zone: Asia/Shanghai }"#
    private static let csv = "csv: { encoding: gb18030, delimiter: \",\" }"
    private static let json = "json: { layout: document, rows: data }"

    private func source(_ section: String, exported: String = "", format: String = json) throws -> (
        SampleFolder, FeedSource
    ) {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", Self.folder, section)
        try folder.spoil("feeds/tests.yaml", Self.exported, exported)
        try folder.spoil("feeds/tests.yaml", Self.csv, format)
        return (folder, try #require(try folder.load().feeds.first).source)
    }

    @Test("an HTTP source has its defaults, and its files start from the folder of the main file")
    func http() throws {
        let (folder, found) = try source(
            """
            http:
              url: https://Platform.example/api?size=100
              auth: { bearer_file: secrets/token }
              headers: { Accept: application/json }
              ca_file: ca.pem
              paging: { cursor: meta.next, parameter: cursor }
            """,
            exported: "exported_at: { from: date_header }"
        )
        let expected = HTTPSource(
            try #require(Address("https://Platform.example/api?size=100")),
            paging: .cursor(path: ["meta", "next"], parameter: "cursor"),
            authentication: .bearer(file: folder.path + "/secrets/token"),
            headers: [.init(name: "Accept", value: "application/json")],
            trust: ServerTrust(authorityFile: folder.path + "/ca.pem")
        )
        #expect(found == .http(expected))
        #expect(try folder.load().feeds.first?.exportMoment == .dateHeader)
    }

    @Test("a window of time begins at midnight of its zone")
    func window() throws {
        let (_, found) = try source(
            """
            http:
              url: http://h/api
              paging: { since: from, until: to, window: 1h, start: 2026-01-01, lag: 10m, overlap: 5m,
                        format: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: Asia/Shanghai }
            """,
            exported: "exported_at: { from: window_end }"
        )
        guard case .http(let http) = found, case .window(let window) = http.paging else {
            Issue.record("\(found)")
            return
        }
        #expect(window.start == Instant(microseconds: 1_767_196_800_000_000))
        #expect([window.length, window.lag, window.overlap] == [3600, 600, 300])
        #expect(window.format.text(window.start, in: .china) == "2026-01-01T00:00:00+08:00")
        #expect(WrittenTime("unix_ms")?.text(window.start, in: .utc) == "1767196800000")
    }

    @Test("an SFTP directory is absolute, an FTP one begins at the login's own folder unless it begins with a slash")
    func servers() throws {
        let files = "files: [\"*.csv\"]"
        let (_, sftp) = try source(
            "sftp: { host: h, port: 2222, user: u, key_file: k, known_hosts: n, directory: /out/检测, \(files) }"
        )
        guard case .sftp(let server) = sftp else { Issue.record("\(sftp)"); return }
        #expect(server.directory.text.uppercased() == "SFTP://H:2222/OUT/%E6%A3%80%E6%B5%8B/")
        for (path, text) in [("out", "ftp://h:21/out/"), ("/out", "ftp://h:21/%2Fout/")] {
            let (_, ftp) = try source("ftp: { host: h, user: u, password_file: p, directory: \(path), \(files) }")
            guard case .ftp(let server) = ftp else { Issue.record("\(ftp)"); return }
            #expect(server.directory.text.uppercased() == text.uppercased())
            #expect(server.encrypts)
        }
    }

    @Test("a query names its high-water column")
    func query() throws {
        let (_, found) = try source(
            """
            query:
              connection: host=db dbname=platform passfile=/etc/docket/pgpass
              sql: SELECT * FROM t WHERE id > :high_water
              high_water: { column: id, start: "0" }
            """,
            format: "csv: { encoding: utf-8, header_row: 1 }"
        )
        let expected = QuerySource(
            connection: "host=db dbname=platform passfile=/etc/docket/pgpass",
            sql: "SELECT * FROM t WHERE id > :high_water",
            highWater: .init(column: "id", start: "0")
        )
        #expect(found == .query(expected))
    }

    @Test(
        "what cannot be is refused with its place, its cause and its remedy",
        arguments: [
            ("http: { url: \"https://u:p@h/\" }", "http.url", "credentials under `auth`"),
            ("http: { url: \"ftp://h/\" }", "http.url", "no http(s) URL"),
            (
                "http: { url: \"http://h/\", auth: { bearer_file: a, basic: { user: u, password_file: p } } }",
                "http.auth", "one way to log in"
            ),
            ("http: { url: \"http://h/\", auth: { token: a } }", "http.auth", "one way to log in"),
            ("http: { url: \"http://h/\", certificate_file: c }", "http.certificate_file", "belong together"),
            (
                "http: { url: \"http://h/\", headers: { Authorization: x } }", "http.headers.Authorization",
                "cannot be a header"
            ),
            ("http: { url: \"http://h/\", paging: { page: p, next: a.b } }", "http.paging", "one way of paging"),
            ("http: { url: \"http://h/\" }\nsftp: { host: h }", "sftp", "keep one source"),
            ("http: { url: \"http://h/\" }\nfolder: in", "folder", "keep one source"),
            (
                "sftp: { host: h, user: u, known_hosts: n, directory: /o, files: [\"*\"] }", "sftp",
                "password_file or key_file"
            ),
            ("sftp: { host: h, user: u, key_file: k, directory: /o, files: [\"*\"] }", "sftp.known_hosts", "missing"),
            (
                "sftp: { host: h, user: u, key_file: k, known_hosts: n, directory: /o/../p, files: [\"*\"] }",
                "sftp.directory", "without . and .."
            ),
            ("query: { connection: \"password=x\", sql: SELECT 1 }", "query.connection", "no password"),
            ("query: { connection: \"host=h\", sql: SELECT 1; }", "query.sql", "not a single query"),
            ("query: { connection: \"host=h\", sql: \"SELECT :high_water\" }", "query.sql", "belong together"),
        ]
    )
    func refused(_ section: String, _ place: String, _ words: String) throws {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", Self.folder, section)
        try folder.spoil("feeds/tests.yaml", Self.exported, "")
        let complaints = folder.complaints()
        #expect(complaints.contains { $0.contains(" \(place): ") && $0.contains(words) }, "\(complaints)")
    }
}
