import Glibc

/// Why a file could not be put into the archive or fetched from it.
package enum ArchiveFault: Error, Equatable, Sendable, Codable {
    /// The file changed while it was copied. Nothing was kept; it is to be tried again later.
    case stillGrowing(path: String)
    /// The file is gone, or another one has taken its place since it was looked at.
    case vanished(path: String)
    /// A link, a folder, a pipe or a device.
    case notAFile(path: String)
    case tooLarge(path: String, limit: Int64)
    /// There is no such file where a person said there was one.
    case missing(path: String)
    /// The source cannot be read.
    case unreadable(path: String, detail: String)
    /// The archive cannot be written: no room, no right.
    case unwritable(path: String, detail: String)
    /// What the archive holds under this hash is not what was put there.
    case damaged(path: String, detail: String)
    /// The archive holds nothing under this hash.
    case unknown(hash: String)
}

extension ArchiveFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .stillGrowing(let path):
            "\(path): 文件仍在写入，稍后再取 / the file still grows; it will be taken later"
        case .vanished(let path):
            "\(path): 文件已被移走或替换 / the file was moved or replaced; look again"
        case .notAFile(let path):
            "\(path): 不是普通文件，请放入普通文件 / this is no regular file; put a regular file there"
        case .tooLarge(let path, let limit):
            "\(path): 超过 \(limit) 字节，请分批导出 / larger than \(limit) bytes; export it in parts"
        case .missing(let path):
            "\(path): 没有这个文件，请核对路径和文件名 / there is no such file; check the path and the name"
        case .unreadable(let path, let detail):
            "\(path): 无法读取，请检查权限 / cannot be read (\(detail)); check its permissions"
        case .unwritable(let path, let detail):
            "\(path): 归档无法写入，请检查空间和权限 / the archive cannot be written (\(detail)); check space and permissions"
        case .damaged(let path, let detail):
            "\(path): 归档已损坏，请从备份恢复 / the archive is damaged (\(detail)); restore it from the backup"
        case .unknown(let hash):
            "\(hash): 归档中没有此文件，请从备份恢复 / the archive holds no such file; restore it from the backup"
        }
    }
}

extension ArchiveFault {
    /// Whether a person must do something; otherwise the next look may find it gone.
    package var isLasting: Bool {
        switch self {
        case .stillGrowing, .vanished, .notAFile: false
        case .tooLarge, .missing, .unreadable, .unwritable, .damaged, .unknown: true
        }
    }

    /// Why a file a person named could not be opened, as `errno` has it.
    static func refusal(inPlace path: String) -> ArchiveFault {
        [ENOENT, ENOTDIR].contains(errno) ? .missing(path: path) : Archive.refusal(of: path)
    }
}
