import CArchive
import Glibc

/// How a file is packed on its way.
package enum ExportPacking: String, Sendable, CaseIterable {
    case gzip = "gz"
    case zip

    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: under which it stands in a ZIP file.
    /// - Returns: the packed file.
    /// - Throws: `PackingFault`.
    package func packed(_ bytes: [UInt8], as name: String) throws(PackingFault) -> [UInt8] {
        switch self {
        case .zip: return try Self.zipped([(name, bytes)])
        case .gzip:
            return try Self.written(most: bytes.count) { archive throws(PackingFault) in
                try PackingFault.check(archive_write_set_format_raw(archive), archive)
                try PackingFault.check(archive_write_add_filter_gzip(archive), archive)
                // Else it holds the time of writing, and no two runs write the same.
                try PackingFault.check(archive_write_set_options(archive, "gzip:!timestamp"), archive)
            } with: { archive throws(PackingFault) in
                try Self.add(bytes, as: name, to: archive)
            }
        }
    }

    /// - Throws: `PackingFault`.
    static func zipped(_ members: [(name: String, bytes: [UInt8])]) throws(PackingFault) -> [UInt8] {
        try written(most: members.reduce(0) { $0 + $1.bytes.count }) { archive throws(PackingFault) in
            try PackingFault.check(archive_write_set_format_zip(archive), archive)
        } with: { archive throws(PackingFault) in
            for member in members {
                // The first member of an OpenDocument file tells what it is, and is never packed.
                let isMediaType = member.name == "mimetype"
                _ =
                    isMediaType
                    ? archive_write_zip_set_compression_store(archive)
                    : archive_write_zip_set_compression_deflate(archive)
                try add(member.bytes, as: member.name, to: archive)
            }
        }
    }

    /// What libarchive writes into memory; `most` are the bytes that go into it.
    private static func written(
        most: Int,
        as prepare: (OpaquePointer) throws(PackingFault) -> Void,
        with fill: (OpaquePointer) throws(PackingFault) -> Void
    ) throws(PackingFault) -> [UInt8] {
        guard let archive = archive_write_new() else { throw PackingFault(cause: "archive_write_new") }
        defer { archive_write_free(archive) }
        try prepare(archive)
        // What cannot be packed grows a little; headers and directory come on top.
        let room = most + most / 100 + 65_536
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
        defer { memory.deallocate() }
        var used = 0
        try PackingFault.check(archive_write_open_memory(archive, memory.baseAddress, room, &used), archive)
        try fill(archive)
        try PackingFault.check(archive_write_close(archive), archive)
        return Array(memory.prefix(used))
    }

    private static func add(_ bytes: [UInt8], as name: String, to archive: OpaquePointer) throws(PackingFault) {
        guard let entry = archive_entry_new() else { throw PackingFault(cause: "archive_entry_new") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(bytes.count))
        archive_entry_set_filetype(entry, S_IFREG)
        archive_entry_set_perm(entry, 0o644)
        try PackingFault.check(archive_write_header(archive, entry), archive)
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw PackingFault(archive) }
    }
}
