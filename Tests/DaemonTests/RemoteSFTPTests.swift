import Daemon
import Feeds
import Foundation
import Model
import Settings
import TestSupport
import Testing
import Transport

@Suite(
    "A feed over SFTP",
    .ownDatabase,
    .enabled(if: SFTPServer.isInstalled, "openssh-server is not installed: SKIPPED")
)
struct RemoteSFTPTests {
    private let server: SFTPServer

    init() throws { server = try SFTPServer() }

    private func csv(_ numbers: Int...) -> String {
        "device,record_no,tested_at\n" + numbers.map { "D1,\($0),2025-12-01 10:00:00\n" }.joined()
    }

    private func house(
        hosts: String = "known_hosts",
        key: String = "user",
        directory: String? = nil,
        largest: Int64 = 1 << 20
    ) async throws -> House {
        let address = Address("sftp://127.0.0.1:\(server.port)\(directory ?? server.directory)/")
        let source = FileServerSource(
            directory: try #require(address),
            files: ["*.csv"],
            settleSeconds: 0,
            user: server.user,
            login: .key(file: server.hosts(key), passphraseFile: nil),
            trust: ServerTrust(knownHostsFile: server.hosts(hosts)),
            largest: largest
        )
        return try await House.remote(
            .sftp(source),
            format: .csv(
                CSVDialect(encoding: .utf8, delimiter: 0x2C, quote: 0x22, layout: TableLayout(heading: .row(1)))
            )
        )
    }

    @Test("takes regular files that two looks saw alike, in order, and each once")
    func takes() async throws {
        try server.lay(csv(1, 2), as: "b 检测.csv")
        try server.lay(csv(3), as: "a.csv")
        try server.lay(csv(4), as: "c.csv.part")
        try server.lay(csv(5), as: ".d.csv")
        #expect(mkfifo(server.directory + "/pipe.csv", 0o644) == 0)
        #expect(symlink("a.csv", server.directory + "/link.csv") == 0)
        try FileManager.default.createDirectory(
            atPath: server.directory + "/folder.csv",
            withIntermediateDirectories: false
        )
        let house = try await house()
        #expect(try await house.poll().taken == 0)
        let poll = try await house.poll()
        #expect(poll.taken == 2)
        #expect(poll.trouble?.contains("2 left, such as link.csv") == true)
        #expect(try await house.poll().taken == 0)
        #expect(try await house.stored() == ["1", "2", "3"])
        #expect(
            try await house.texts("SELECT file_name FROM docket.delivery ORDER BY number") == ["a.csv", "b 检测.csv"]
        )
    }

    @Test("a file that changed is taken again, one that grew meanwhile waits")
    func changed() async throws {
        try server.lay(csv(1), as: "a.csv")
        let house = try await house()
        _ = try await house.poll()
        try server.lay(csv(1, 2), as: "a.csv")
        #expect(try await house.poll().taken == 0)
        #expect(try await house.poll().taken == 1)
        try server.lay(csv(1, 2, 3), as: "a.csv")
        _ = try await house.poll()
        #expect(try await house.poll().taken == 1)
        #expect(try await house.stored() == ["1", "2", "3"])
    }

    @Test(
        "a server whose key is unknown, or another than known, is refused before anything is said",
        arguments: [("no_hosts", "the host key is not in known_hosts"), ("other_hosts", "another than in known_hosts")]
    )
    func hostKey(_ hosts: String, _ words: String) async throws {
        try server.lay(csv(1), as: "a.csv")
        let house = try await house(hosts: hosts)
        #expect(try await house.poll().trouble?.contains(words) == true)
        #expect(try await house.stored().isEmpty)
    }

    @Test("a file of host keys, or a key of our own, that is not there is named, with how to make it")
    func missingFiles() async throws {
        let hosts = try await house(hosts: "nowhere").poll().trouble ?? ""
        #expect(hosts.hasPrefix(server.hosts("nowhere") + ": 读不到 known_hosts 文件"), "\(hosts)")
        #expect(hosts.contains("ssh-keyscan -p \(server.port) 127.0.0.1 > \(server.hosts("nowhere"))"), "\(hosts)")
        let key = try await house(key: "nobody").poll().trouble ?? ""
        #expect(key.hasPrefix(server.hosts("nobody") + ": 读不到 SSH 私钥"), "\(key)")
    }

    @Test("a directory that is not there, and a server that is not, are told")
    func absent() async throws {
        let trouble = try await house(directory: "/nowhere/at/all").poll().trouble
        #expect(trouble?.contains("there is no such path") == true, "\(trouble ?? "")")
        let house = try await house()
        server.stop()
        let later = try await house.poll().trouble
        #expect(later?.contains("cannot be reached") == true, "\(later ?? "")")
    }

    @Test("a file that is too large is told and holds nobody up")
    func tooLarge() async throws {
        try server.lay(csv(1) + String(repeating: "x", count: 200), as: "a.csv")
        try server.lay(csv(2), as: "b.csv")
        let house = try await house(largest: 100)
        _ = try await house.poll()
        let poll = try await house.poll()
        #expect(poll.taken == 1)
        #expect(poll.trouble?.contains("larger than allowed") == true)
        #expect(try await house.stored() == ["2"])
    }
}
