import Model
import Settings
import TestSupport
import Testing
import Transport

@Suite(
    "A feed over FTP",
    .ownDatabase,
    .enabled(if: FTPServer.canRun, "vsftpd is not installed, or we are not root: SKIPPED")
)
struct RemoteFTPTests {
    private func house(_ server: FTPServer, encrypts: Bool, trust: ServerTrust, in folder: TemporaryFolder) async throws
        -> House
    {
        try folder.write("nobody@example\n", to: "password")
        let source = FileServerSource(
            directory: try #require(Address("ftp://localhost:\(server.port)/")),
            files: ["*.csv"],
            settleSeconds: 0,
            user: "anonymous",
            login: .password(file: folder.path + "/password"),
            trust: trust,
            encrypts: encrypts
        )
        return try await House.remote(
            .ftp(source),
            format: .csv(
                CSVDialect(encoding: .utf8, delimiter: 0x2C, quote: 0x22, layout: TableLayout(heading: .row(1)))
            )
        )
    }

    @Test("takes files that two looks saw alike, over TLS and without", arguments: [true, false])
    func takes(encrypts: Bool) async throws {
        let (server, folder) = (try FTPServer(encrypts: encrypts), try TemporaryFolder())
        try server.lay("device,record_no,tested_at\nD1,1,2025-12-01 10:00:00\n", as: "a b 检测.csv")
        try server.lay("device,record_no,tested_at\nD1,2,2025-12-01 10:00:00\n", as: "c.csv")
        try server.lay("", as: "d.csv.tmp")
        let trust = ServerTrust(authorityFile: server.authorityFile)
        let house = try await house(server, encrypts: encrypts, trust: trust, in: folder)
        #expect(try await house.poll() == (0, nil))
        #expect(try await house.poll() == (2, nil))
        #expect(try await house.poll() == (0, nil))
        #expect(try await house.stored() == ["1", "2"])
    }

    @Test("nothing is said to a server that cannot encrypt, or whose certificate nobody trusted signed")
    func encryption() async throws {
        let folder = try TemporaryFolder()
        let plain = try FTPServer(encrypts: false)
        let first = try await house(
            plain,
            encrypts: true,
            trust: ServerTrust(authorityFile: plain.authorityFile),
            in: folder
        )
        #expect(try await first.poll().trouble?.contains("TLS failed") == true)
        let stranger = try FTPServer(encrypts: true)
        let second = try await house(stranger, encrypts: true, trust: ServerTrust(), in: folder)
        #expect(try await second.poll().trouble?.contains("certificate is not trusted") == true)
    }
}
