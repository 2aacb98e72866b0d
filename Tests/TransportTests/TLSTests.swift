import Foundation
import TestSupport
import Testing
import Transport

@Suite("TLS", .enabled(if: Certificates.canBeMade, "openssl is not installed: SKIPPED"))
struct TLSTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try Certificates.make(in: folder)
        try folder.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", to: "page")
    }

    /// OpenSSL's own server, which sends the file as it is.
    private func server(_ more: [String] = []) throws -> ChildServer {
        try ChildServer(
            "/usr/bin/openssl",
            { port in
                [
                    "s_server", "-accept", "127.0.0.1:\(port)", "-cert", "server.pem", "-key", "server.key", "-HTTP",
                    "-quiet",
                ]
                    + more
            },
            in: folder
        )
    }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    @Test("a server is trusted whose certificate the given authority signed for its name")
    func trusted() throws {
        let server = try server()
        let client = try Client()
        let trust = ServerTrust(authorityFile: path("ca.pem"))
        #expect(try client.fetch("https://localhost:\(server.port)/page", trust: trust).body == "hello")
    }

    @Test("any other authority, the system's, and TLS below 1.2 are not trusted")
    func untrusted() throws {
        for (trust, more) in [
            (ServerTrust(authorityFile: path("other.pem")), []), (ServerTrust(), []),
            (ServerTrust(authorityFile: path("ca.pem")), ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]),
        ] {
            let server = try server(more)
            let client = try Client()
            let fault = try #require(throws: TransportFault.self) {
                _ = try client.fetch("https://localhost:\(server.port)/page", trust: trust)
            }
            #expect(fault.cause == .untrusted, "\(fault)")
        }
    }

    @Test("a client certificate is shown where the server asks for one")
    func clientCertificate() throws {
        let server = try server(["-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"])
        let client = try Client()
        let trust = ServerTrust(
            authorityFile: path("ca.pem"),
            certificateFile: path("client.pem"),
            keyFile: path("client.key")
        )
        #expect(try client.fetch("https://localhost:\(server.port)/page", trust: trust).body == "hello")
        let other = try Client()
        #expect(throws: TransportFault.self) {
            _ = try other.fetch(
                "https://localhost:\(server.port)/page",
                trust: ServerTrust(authorityFile: path("ca.pem"))
            )
        }
        let fault = try #require(throws: TransportFault.self) {
            _ = try other.fetch(
                "https://localhost:\(server.port)/page",
                trust: ServerTrust(certificateFile: path("none.pem"), keyFile: path("none.key"))
            )
        }
        #expect(fault.cause == .unusable, "\(fault)")
    }
}
