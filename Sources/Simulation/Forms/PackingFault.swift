import CArchive

/// Why libarchive could not pack something.
package struct PackingFault: Error, Equatable {
    let cause: String

    init(cause: String) { self.cause = cause }

    init(_ archive: OpaquePointer) {
        cause = archive_error_string(archive).map { String(cString: $0) } ?? "libarchive"
    }

    static func check(_ code: CInt, _ archive: OpaquePointer) throws(PackingFault) {
        guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw PackingFault(archive) }
    }
}
