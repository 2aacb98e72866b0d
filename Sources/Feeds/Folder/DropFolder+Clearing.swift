import Glibc
import Settings

extension DropFolder {
    /// Puts a file that was taken out of the way, as the feed says.
    ///
    /// A file that another has replaced meanwhile stays: the next look takes it. Nothing is overwritten.
    ///
    /// - Parameters:
    ///   - candidate: archived, and its transaction committed.
    ///   - isUnreadable: whether nothing could be read of it.
    ///   - sha256: its hash in hexadecimal digits, added to its name where that stands there already.
    /// - Throws: `FolderFault`.
    package func clear(_ candidate: Candidate, isUnreadable: Bool, sha256: String) throws(FolderFault) {
        guard after != .leave, isUntouched(candidate) else { return }
        let folder = path + (isUnreadable ? "/error" : "/done")
        guard mkdir(folder, 0o770) == 0 || errno == EEXIST else { throw immovable(in: path) }
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw FolderFault(.blocked, folder: folder, detail: String(cString: strerror(ENOTDIR)))
        }
        let target = try reserve(Self.names(candidate.name, sha256), in: folder)
        guard rename(candidate.path, target) == 0 else {
            let fault = immovable(in: path)
            unlink(target)
            throw fault
        }
        guard isStill(candidate, at: target) else { return try giveBack(target, as: candidate.name) }
        guard after == .delete, !isUnreadable else { return }
        guard unlink(target) == 0 else { throw immovable(in: folder) }
    }

    /// Whether nothing at all was done to the file since it was taken. What was written over in place, and its time set
    /// back, is another file to us: the next look takes it.
    private func isUntouched(_ candidate: Candidate) -> Bool {
        var status = stat()
        return lstat(candidate.path, &status) == 0 && FileIdentity(status) == candidate.identity
    }

    /// Whether the file there is the one that was taken; moving it changes nothing about that.
    private func isStill(_ candidate: Candidate, at path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        return FileIdentity(status).hasSameContent(as: candidate.identity)
    }

    /// Makes an empty file under the first name that is free, for a rename replaces whatever bears the name.
    private func reserve(_ names: [String], in folder: String) throws(FolderFault) -> String {
        for name in names {
            let path = folder + "/" + name
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                close(descriptor)
                return path
            }
            guard errno == EEXIST else { throw immovable(in: folder) }
        }
        throw immovable(in: folder)
    }

    /// Puts a file back that took the place of the one that was taken, in the moment in which that was moved.
    private func giveBack(_ target: String, as name: String) throws(FolderFault) {
        let place = try reserve([name], in: path)
        guard rename(target, place) == 0 else { throw immovable(in: path) }
    }

    /// Why the last step failed, as the system says.
    private func immovable(in folder: String) -> FolderFault {
        let cause: FolderFault.Cause =
            switch errno {
            case EROFS: .readOnly
            case EACCES, EPERM: .unowned
            default: .unwritable
            }
        return FolderFault(cause, folder: folder, detail: String(cString: strerror(errno)))
    }

    /// The names to be tried, such as `a.csv`, `a.0123456789ab.csv`, and that with a number.
    private static func names(_ name: String, _ sha256: String) -> [String] {
        let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
        let (stem, ending) = (name[..<dot], name[dot...])
        let hash = sha256.prefix(12)
        return [name, "\(stem).\(hash)\(ending)"] + (2...99).map { "\(stem).\(hash)-\($0)\(ending)" }
    }
}
