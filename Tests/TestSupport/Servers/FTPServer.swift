import Foundation
import Glibc

/// vsftpd as an ordinary process, which anonymous clients may read. It needs root.
package final class FTPServer: Sendable {
    private let folder: TemporaryFolder
    private let server: ChildServer

    /// Whether it is installed and we may run it.
    package static let canRun = FileManager.default.isExecutableFile(atPath: vsftpd) && geteuid() == 0
    private static let vsftpd = "/usr/sbin/vsftpd"

    package init(encrypts: Bool) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        try Certificates.make(in: folder)
        for (name, mode) in [("out", 0o755), ("empty", 0o555)] as [(String, mode_t)] {
            guard mkdir(folder.path + "/" + name, mode) == 0 else { throw ChildServer.NotUp(words: name) }
        }
        chmod(folder.path, 0o755)
        server = try ChildServer(
            Self.vsftpd,
            { port in
                let settings = """
                    listen=YES
                    listen_port=\(port)
                    listen_address=127.0.0.1
                    background=NO
                    anonymous_enable=YES
                    local_enable=NO
                    anon_root=\(folder.path)/out
                    secure_chroot_dir=\(folder.path)/empty
                    seccomp_sandbox=NO
                    ssl_enable=\(encrypts ? "YES" : "NO")
                    allow_anon_ssl=YES
                    force_anon_logins_ssl=\(encrypts ? "YES" : "NO")
                    force_anon_data_ssl=\(encrypts ? "YES" : "NO")
                    rsa_cert_file=\(folder.path)/server.pem
                    rsa_private_key_file=\(folder.path)/server.key

                    """
                try folder.write(settings, to: "vsftpd.conf")
                return [folder.path + "/vsftpd.conf"]
            },
            in: folder
        )
    }

    package var port: Int { server.port }
    /// The certificate of the authority that signed its own.
    package var authorityFile: String { folder.path + "/ca.pem" }

    /// Lays a file there.
    package func lay(_ text: String, as name: String) throws {
        let file = try folder.write(text, to: "out/" + name)
        chmod(file.path, 0o644)
    }

    /// Kills it.
    package func stop() { server.stop() }
}
