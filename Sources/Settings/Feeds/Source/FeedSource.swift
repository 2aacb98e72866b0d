/// Where a feed's deliveries come from.
package enum FeedSource: Equatable, Sendable {
    case folder(FolderSource)
    case http(HTTPSource)
    case sftp(FileServerSource)
    case ftp(FileServerSource)
    case query(QuerySource)
}

/// Whoever reads a delivery is told nothing of the servers it came from, nor of how we log in there.
extension FeedSource: Codable {
    package init(from decoder: any Decoder) throws {
        self = .folder(try FolderSource(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        guard case .folder(let folder) = self else { return try FolderSource(path: "", files: []).encode(to: encoder) }
        try folder.encode(to: encoder)
    }
}
