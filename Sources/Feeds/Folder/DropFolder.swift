import Glibc
package import Model
package import Settings

/// The folder into which a source puts its files.
///
/// Files are only looked at here, never moved, changed or deleted: they stay the source's.
package struct DropFolder: Sendable {
    package let path: String
    private let patterns: [String]
    private let settleSeconds: Int64
    private let exportTime: ExportTimeReader?

    /// Endings under which programs write what is not finished.
    private static let unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp"]

    /// - Throws: `UnreadableDelivery` where the pattern of the export time is none.
    package init(_ feed: FeedDefinition) throws(UnreadableDelivery) {
        path = feed.folder
        patterns = feed.files
        settleSeconds = feed.settleSeconds
        if let rule = feed.exportTime { exportTime = try ExportTimeReader(rule) } else { exportTime = nil }
    }

    /// The files at rest, in the order in which they are to be taken.
    ///
    /// - Parameters:
    ///   - looks: what earlier looks saw; this one is taken in.
    ///   - now: the time of this look.
    /// - Returns: those no longer written to; see `SettlingFiles`.
    /// - Throws: `FolderFault`.
    package func settledFiles(looks: inout SettlingFiles, now: Instant) throws(FolderFault) -> [Candidate] {
        looks.settled(try candidates(), settleSeconds: settleSeconds, now: now)
    }

    /// All files the feed would take, at rest or not, in the order in which they are to be taken.
    ///
    /// Only regular files: links, folders, pipes and devices are passed over, and so are hidden and unfinished files.
    /// - Throws: `FolderFault`.
    package func candidates() throws(FolderFault) -> [Candidate] {
        var found: [Candidate] = []
        for name in try names() where isWanted(name) {
            var status = stat()
            let file = path + "/" + name
            guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            found.append(
                Candidate(
                    name: name,
                    path: file,
                    identity: FileIdentity(status),
                    exportedAt: exportTime(of: name)
                )
            )
        }
        return found.sorted(by: Candidate.precedes)
    }

    /// When a file was exported, as its name tells; nil where the feed does not say how, or the name does not fit.
    package func exportTime(of name: String) -> Instant? { exportTime?.time(of: name) }

    private func isWanted(_ name: String) -> Bool {
        guard !name.hasPrefix("."), !name.hasSuffix("~") else { return false }
        let lower = name.lowercased()
        guard !Self.unfinished.contains(where: lower.hasSuffix) else { return false }
        return patterns.contains { fnmatch($0, name, FNM_PERIOD) == 0 }
    }

    /// Names that are not UTF-8 are passed over: they could be neither configured nor shown.
    private func names() throws(FolderFault) -> [String] {
        guard let folder = opendir(path) else { throw fault(errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw fault(errno) }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name { names.append(name) }
        }
    }

    private func fault(_ code: CInt) -> FolderFault {
        let cause: FolderFault.Cause =
            switch code {
            case ENOENT: .missing
            case ENOTDIR: .notAFolder
            case EACCES, EPERM: .forbidden
            default: .other
            }
        return FolderFault(cause, folder: path, detail: String(cString: strerror(code)))
    }
}
