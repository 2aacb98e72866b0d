import Transport

/// Reads the sections `sftp` and `ftp` of a feed.
struct FileServerReader {
    let root: Section
    let base: String

    private enum Encryption: String, CaseIterable { case explicit, implicit, none }

    func readSFTP() -> FileServerSource? {
        defer { root.finish() }
        let directory = readDirectory("sftp", port: 22)
        let known = root.required("known_hosts")?.word.map { Paths.absolute($0, from: base) }
        let login = readLogin(allowsKey: true)
        guard var source = readCommon(directory, login), let known else { return nil }
        source.trust = ServerTrust(knownHostsFile: known)
        return source
    }

    func readFTP() -> FileServerSource? {
        defer { root.finish() }
        let encryption = root.optional("tls").map { $0.choice(Encryption.self) } ?? .explicit
        let directory = readDirectory(
            encryption == .implicit ? "ftps" : "ftp",
            port: encryption == .implicit ? 990 : 21
        )
        let trust = TrustReader(root: root, base: base).readTLS()
        let login = readLogin(allowsKey: false)
        guard var source = readCommon(directory, login), let encryption, let trust else { return nil }
        (source.trust, source.encrypts) = (trust, encryption != .none)
        return source
    }

    private func readCommon(_ directory: Address?, _ login: FileServerSource.Login?) -> FileServerSource? {
        let files = root.required("files")?.someTexts
        let settle = root.optional("settle").map { $0.seconds(0...86400) } ?? 5
        let user = root.required("user")?.word
        let timeout = root.optional("timeout").map { $0.seconds(1...86400) } ?? 900
        let largest = root.optional("max_bytes").map { $0.integer(1...(2 << 30)) } ?? 2 << 30
        guard let directory, let files, let settle, let user, let login, let timeout, let largest else { return nil }
        return FileServerSource(
            directory: directory,
            files: files,
            settleSeconds: settle,
            user: user,
            login: login,
            timeoutSeconds: timeout,
            largest: largest
        )
    }

    private func readDirectory(_ scheme: String, port standard: Int64) -> Address? {
        let host = root.required("host")
        let port = root.optional("port").map { $0.integer(1...65535) } ?? standard
        let directory = root.required("directory")
        guard let host, let name = host.word, let port, let directory, let path = directory.word else { return nil }
        let isIPv6 = name.contains(":") && !name.hasPrefix("[")
        guard let server = Address("\(scheme)://\(isIPv6 ? "[\(name)]" : name):\(port)/"), !name.contains("/") else {
            host.refuse("不是主机名 / no name of a host", "写主机名或地址 / write a name or an address")
            return nil
        }
        var address: Address? = server
        for name in path.split(separator: "/") { address = address?.appending(String(name), isDirectory: true) }
        if scheme != "sftp", path.hasPrefix("/"), let found = address {
            // libcurl takes a path of FTP from the login's own folder unless it begins with %2F.
            let rest = found.text.dropFirst(server.text.count)
            address = Address(server.text + "%2F" + (rest.isEmpty ? "/" : rest))
        }
        guard let address else {
            directory.refuse(
                "不是目录路径 / no path of a directory",
                "写成 /out/tests，不含 . 与 .. / write it like /out/tests, without . and .."
            )
            return nil
        }
        return address
    }

    private func readLogin(allowsKey: Bool) -> FileServerSource.Login? {
        let password = TrustReader(root: root, base: base).path("password_file")
        let key = allowsKey ? TrustReader(root: root, base: base).path("key_file") : .some(nil)
        let passphrase = allowsKey ? TrustReader(root: root, base: base).path("passphrase_file") : .some(nil)
        guard let password, let key, let passphrase else { return nil }
        switch (password, key) {
        case (let file?, nil): return .password(file: file)
        case (nil, let file?): return .key(file: file, passphraseFile: passphrase)
        default:
            let ways = allowsKey ? "password_file 或 key_file" : "password_file"
            let words = allowsKey ? "password_file or key_file" : "password_file"
            root.problem(
                "",
                "没有写明恰好一种登录方式 / not exactly one way to log in is given",
                "写 \(ways) / write \(words)"
            )
            return nil
        }
    }
}
