import Foundation
import Glibc

/// OpenSSH's server as an ordinary process of whoever runs the tests, who may log in with a key.
package final class SFTPServer: Sendable {
    private let folder: TemporaryFolder
    private let server: ChildServer

    /// Where the programs are; nil where they are not installed.
    package static let isInstalled = [sshd, keygen].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    private static let (sshd, keygen) = ("/usr/sbin/sshd", "/usr/bin/ssh-keygen")

    package init() throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        for name in ["host", "other", "user"] {
            try runProgram(Self.keygen, ["-q", "-t", "ed25519", "-N", "", "-f", name], in: folder)
        }
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: false)
        // As root, sshd wants a folder of the system's that only its own start script makes.
        if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
        server = try ChildServer(
            Self.sshd,
            { port in
                let settings = """
                    Port \(port)
                    ListenAddress 127.0.0.1
                    HostKey \(folder.path)/host
                    AuthorizedKeysFile \(folder.path)/user.pub
                    PidFile none
                    StrictModes no
                    UsePAM no
                    PasswordAuthentication no
                    Subsystem sftp internal-sftp
                    """
                try folder.write(settings, to: "sshd_config")
                for (file, key) in [("known_hosts", "host"), ("other_hosts", "other")] {
                    let line = try String(contentsOfFile: "\(folder.path)/\(key).pub", encoding: .utf8)
                    try folder.write("[127.0.0.1]:\(port) \(line)", to: file)
                }
                try folder.write("", to: "no_hosts")
                return ["-D", "-e", "-f", folder.path + "/sshd_config"]
            },
            in: folder
        )
    }

    package var port: Int { server.port }
    /// The folder it serves.
    package var directory: String { folder.path + "/out" }
    package var user: String { String(cString: getpwuid(geteuid()).pointee.pw_name) }
    package var keyFile: String { folder.path + "/user" }
    /// `known_hosts` holds its key, `other_hosts` another in its place, `no_hosts` none.
    package func hosts(_ name: String) -> String { folder.path + "/" + name }

    /// Lays a file there.
    package func lay(_ text: String, as name: String) throws { try folder.write(text, to: "out/" + name) }

    /// Kills it.
    package func stop() { server.stop() }
}
