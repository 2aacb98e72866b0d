import Foundation

/// A private authority, a server's certificate and a client's, all made for one test.
package enum Certificates {
    private static let openssl = "/usr/bin/openssl"

    /// Where they can be made.
    package static let canBeMade = FileManager.default.isExecutableFile(atPath: openssl)

    /// Makes `ca.pem`, `server.pem` for localhost and 127.0.0.1, `client.pem`, and `other.pem` of another authority,
    /// each with its `.key`.
    package static func make(in folder: TemporaryFolder) throws {
        try folder.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n", to: "names")
        for name in ["ca", "other"] {
            try runProgram(
                openssl,
                ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
                    + ["-keyout", "\(name).key", "-out", "\(name).pem", "-subj", "/CN=\(name)"],
                in: folder
            )
        }
        for name in ["server", "client"] {
            try runProgram(
                openssl,
                ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
                    + ["-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=\(name)"],
                in: folder
            )
            try runProgram(
                openssl,
                ["x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"]
                    + ["-days", "2", "-extfile", "names", "-out", "\(name).pem"],
                in: folder
            )
        }
    }
}
