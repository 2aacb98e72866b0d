import Glibc

/// Which file this is and in what state, as far as the file system tells without reading it.
package struct FileIdentity: Hashable, Sendable {
    package let device: UInt64
    package let inode: UInt64
    /// Bytes.
    package let size: Int64
    /// Last change of the content, in nanoseconds since 1970 UTC.
    package let modified: Int64
    /// Last change of content, name or rights, in nanoseconds since 1970 UTC. It cannot be set back by its owner.
    package let changed: Int64

    package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    /// Of a file nobody will compare.
    static let unknown = FileIdentity(device: 0, inode: 0, size: 0, modified: 0, changed: 0)

    init(_ status: stat) {
        self.init(
            device: UInt64(status.st_dev),
            inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: Self.nanoseconds(status.st_mtim),
            changed: Self.nanoseconds(status.st_ctim)
        )
    }

    /// Whether both are the same file holding the same bytes, as far as can be told; renaming changes nothing.
    package func hasSameContent(as other: FileIdentity) -> Bool {
        device == other.device && inode == other.inode && size == other.size && modified == other.modified
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        let (whole, tooFar) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, beyond) = whole.addingReportingOverflow(Int64(time.tv_nsec))
        guard tooFar || beyond else { return sum }
        return time.tv_sec < 0 ? .min : .max
    }
}
