import Transport

/// Reads by what a server is known and what we show it.
struct TrustReader {
    let root: Section
    let base: String

    func readTLS() -> ServerTrust? {
        let authority = path("ca_file")
        let certificate = path("certificate_file")
        let key = path("key_file")
        guard let authority, let certificate, let key else { return nil }
        guard (certificate == nil) == (key == nil) else {
            root.problem(
                certificate == nil ? "key_file" : "certificate_file",
                "客户端证书与密钥要成对 / a client certificate and its key belong together",
                "写明 certificate_file 和 key_file / give both certificate_file and key_file"
            )
            return nil
        }
        return ServerTrust(authorityFile: authority, certificateFile: certificate, keyFile: key)
    }

    /// The path under a key; nil within where there is none, nil altogether where it is none.
    func path(_ key: String) -> String?? {
        guard let value = root.optional(key) else { return .some(nil) }
        guard let word = value.word else { return nil }
        return .some(Paths.absolute(word, from: base))
    }
}
