import Transport

/// Reads where a feed's deliveries come from: exactly one of its sections says so.
struct FeedSourceReader {
    let root: Section
    /// The folder relative paths start from.
    let base: String

    private static let remote = ["http", "sftp", "ftp", "query"]

    func read() -> FeedSource? {
        let named = Self.remote.filter { root.has($0) }
        guard let name = named.first else { return readFolder().map(FeedSource.folder) }
        for other in (named.dropFirst() + ["folder", "files", "settle", "after"]) where root.has(other) {
            _ = root.optional(other)
            root.problem(
                other,
                "\(name) 与 \(other) 不能并存 / \(name) and \(other) cannot both be given",
                "只保留一种来源 / keep one source"
            )
        }
        guard let section = root.required(name)?.inner else { return nil }
        switch name {
        case "http": return HTTPSourceReader(root: section, base: base).read().map(FeedSource.http)
        case "sftp": return FileServerReader(root: section, base: base).readSFTP().map(FeedSource.sftp)
        case "ftp": return FileServerReader(root: section, base: base).readFTP().map(FeedSource.ftp)
        default: return QuerySourceReader(root: section).read().map(FeedSource.query)
        }
    }

    private func readFolder() -> FolderSource? {
        let folder = root.required("folder")?.word.map { Paths.absolute($0, from: base) }
        let files = root.required("files")?.someTexts
        let settle = root.optional("settle").map { $0.seconds(0...86400) } ?? 5
        let after = root.optional("after").map { $0.choice(FolderSource.AfterTaking.self) } ?? .leave
        guard let folder, let files, let settle, let after else { return nil }
        return FolderSource(path: folder, files: files, settleSeconds: settle, after: after)
    }
}
