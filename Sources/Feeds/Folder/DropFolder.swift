import Glibc
package import Model
package import Settings

/// The folder into which a source puts its files.
///
/// Files are never changed here. They stay where they are, unless the feed says that those taken are moved or deleted.
package struct DropFolder: Sendable {
    package let path: String
    /// What becomes of a file that was taken.
    package let after: FolderSource.AfterTaking
    private let names: FileNames
    private let settleSeconds: Int64
    private let exportTime: ExportTimeReader?

    /// - Throws: `UnreadableDelivery` where the pattern of the export time is none.
    package init(_ folder: FolderSource, exportTime: ExportTime?) throws(UnreadableDelivery) {
        path = folder.path
        after = folder.after
        names = FileNames(folder.files)
        settleSeconds = folder.settleSeconds
        if let exportTime { self.exportTime = try ExportTimeReader(exportTime) } else { self.exportTime = nil }
    }

    /// What lies in the folder that the feed would take, at rest or not, and what it must leave though it bears a
    /// fitting name: links, pipes, devices, and files whose name is no UTF-8. Hidden and unfinished files, and folders,
    /// are nobody's concern. A time of export that lies ahead is no time.
    ///
    /// - Parameter now: by our clock.
    /// - Returns: what was seen.
    /// - Throws: `FolderFault`.
    package func look(now: Instant) throws(FolderFault) -> FolderLook {
        var (found, passedOver, ahead): ([Candidate], [String], [String]) = ([], [], [])
        for bytes in try entries() {
            guard let name = String(validating: bytes, as: UTF8.self) else {
                let shown = String(decoding: bytes, as: UTF8.self)
                if names.isWanted(shown) { passedOver.append(shown) }
                continue
            }
            guard names.isWanted(name) else { continue }
            guard !FileNames.isUnprintable(name) else {
                passedOver.append(name)
                continue
            }
            var status = stat()
            let file = path + "/" + name
            guard lstat(file, &status) == 0 else {
                // Moved away meanwhile; anything else is a fault of the folder, not of the file.
                guard errno == ENOENT else { throw fault(errno) }
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG:
                let exportedAt = exportTime?.time(of: name, now: now, ahead: &ahead)
                let identity = FileIdentity(status)
                found.append(Candidate(name: name, path: file, identity: identity, exportedAt: exportedAt))
            case S_IFDIR: continue
            default: passedOver.append(name)
            }
        }
        return FolderLook(
            candidates: found.sorted(by: Candidate.precedes),
            passedOver: passedOver.sorted(),
            ahead: ahead.sorted()
        )
    }

    /// The candidates at rest, in the order in which they are to be taken.
    ///
    /// - Parameters:
    ///   - look: what was seen just now.
    ///   - looks: what earlier looks saw; this one is taken in.
    ///   - now: the time of this look.
    /// - Returns: those no longer written to; see `SettlingFiles`.
    package func settled(_ look: FolderLook, looks: inout SettlingFiles, now: Instant) -> [Candidate] {
        looks.settled(look.candidates, settleSeconds: settleSeconds, now: now)
    }

    private func entries() throws(FolderFault) -> [[UInt8]] {
        guard let folder = opendir(path) else { throw fault(errno) }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw fault(errno) }
                return names
            }
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { bytes in [UInt8](bytes.prefix { $0 != 0 }) })
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
