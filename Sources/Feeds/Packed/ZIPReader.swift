import CArchive
import Glibc

/// Walks through the members of a ZIP file in the order they stand in, and is the content of the one it stands at.
///
/// The central directory says what there is. Checksums and lengths are compared at the end of each member.
package final class ZIPReader: ByteSource {
    private let archive: OpaquePointer
    private let account: UnpackingAccount
    private let limits: PackedLimits
    private let locale = NameLocale()
    private var count = 0
    private var isDone = true

    /// - Parameters:
    ///   - descriptor: open for reading; it stays the caller's to close, and is read from its beginning.
    ///   - account: of what comes out of the file.
    ///   - limits: how much may be in it.
    /// - Throws: `UnreadableDelivery` where the file is no ZIP.
    init(_ descriptor: CInt, _ account: UnpackingAccount, limits: PackedLimits = .standard) throws(UnreadableDelivery) {
        guard let archive = archive_read_new() else { throw .noTemporaryFile(code: "libarchive") }
        self.archive = archive
        self.account = account
        self.limits = limits
        lseek(descriptor, 0, SEEK_SET)
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK else { throw .notPacked(as: "ZIP") }
    }

    deinit { archive_read_free(archive) }

    /// Goes on to the next file in the ZIP file; folders and links are passed over.
    ///
    /// - Returns: its name, or nil behind the last one.
    /// - Throws: `UnreadableDelivery` where the ZIP file is damaged, or the member is protected by a password.
    func next() throws(UnreadableDelivery) -> String? {
        while true {
            var entry: OpaquePointer?
            let answer = locale.within { archive_read_next_header(archive, &entry) }
            if answer == ARCHIVE_EOF { return nil }
            guard answer == ARCHIVE_OK || answer == ARCHIVE_WARN, let entry else { throw damaged() }
            count += 1
            guard count <= limits.members else { throw .tooManyMembers(limits.members) }
            guard archive_entry_filetype(entry) == S_IFREG else { continue }
            let name = self.name(of: entry)
            guard archive_entry_is_encrypted(entry) == 0 else { throw .encrypted(name) }
            isDone = false
            return name
        }
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        guard !isDone else { return 0 }
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw damaged() }
        isDone = count == 0
        try account.add(count)
        return count
    }

    private func name(of entry: OpaquePointer) -> String {
        guard let name = locale.within({ archive_entry_pathname(entry) }) else { return "?" }
        let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
        return MemberName.text(of: Array(bytes).span)
    }

    private func damaged() -> UnreadableDelivery {
        .damagedPacking(archive_error_string(archive).map { String(cString: $0) } ?? "libarchive")
    }
}
