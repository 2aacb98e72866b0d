import Glibc
import Settings
import Transport

/// The server of a directory, asked for lists, states and files over a connection that stays open in between.
struct FileServer: ~Copyable {
    private let source: FileServerSource
    private var client: Client?

    /// Bytes: a hundred thousand files or so.
    private static let longestListing: Int64 = 16 << 20

    /// - Parameter source: of the feed.
    init(_ source: FileServerSource) { self.source = source }

    mutating func state(of name: String) throws -> RemoteFile.State? {
        do {
            let response = try perform(name, .state, largest: .max) { _ in }
            guard let size = response.size, let modified = response.modified else { return nil }
            return RemoteFile.State(size: size, modified: modified)
        } catch let fault as TransportFault where fault.cause == .missing {
            return nil
        }
    }

    mutating func list(_ part: Request.Part) throws -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try perform(nil, part, largest: Self.longestListing) { bytes += $0 }
        return bytes
    }

    mutating func perform(
        _ name: String?,
        _ part: Request.Part,
        largest: Int64,
        into sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Response {
        guard let address = name.map({ source.directory.appending($0) }) ?? source.directory else {
            throw FetchFault.definition(place: source.directory.shown, detail: name ?? "")
        }
        try checkTrust()
        var request = Request(address, part: part, trust: source.trust, encrypts: source.encrypts)
        request.limits.total = Int(clamping: source.timeoutSeconds) * 1000
        request.limits.largest = largest
        request.credentials = try credentials()
        if client == nil { client = try Client() }
        switch client {
        case .some(let client): return try client.perform(request, into: sink)
        case .none: throw FetchFault.definition(place: source.directory.shown, detail: "libcurl")
        }
    }

    /// Without the file no server is known, and libcurl would say no more than that this one is not.
    private func checkTrust() throws(FetchFault) {
        guard let file = source.trust.knownHostsFile, access(file, R_OK) != 0 else { return }
        let detail = String(cString: strerror(errno))
        let directory = source.directory
        throw .knownHosts(file: file, host: directory.host, port: directory.port, detail: detail)
    }

    private func credentials() throws(FetchFault) -> Credentials {
        switch source.login {
        case .password(let file): return .password(user: source.user, try SecretFile(path: file).read())
        case .key(let file, let passphrase):
            guard access(file, R_OK) == 0 else {
                throw .privateKey(file: file, detail: String(cString: strerror(errno)))
            }
            let secret = try passphrase.map { path throws(FetchFault) in try SecretFile(path: path).read() }
            return .key(user: source.user, file: file, passphrase: secret ?? Secret(""))
        }
    }
}
