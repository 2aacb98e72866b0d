import Glibc

/// A workbook of whatever format, known by its first bytes.
enum OpenedWorkbook {
    static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// - Parameters:
    ///   - descriptor: open for reading; it stays the caller's to close, and must outlive the workbook.
    ///   - size: of the file, in bytes.
    /// - Returns: the workbook, before its first sheet.
    /// - Throws: `UnreadableDelivery` where it is no workbook.
    static func open(_ descriptor: CInt, size: Int64) throws(UnreadableDelivery) -> any Workbook {
        lseek(descriptor, 0, SEEK_SET)
        let head = try HeadSource(FileSource(descriptor), count: 8).head
        guard !head.isEmpty else { throw .emptyFile }
        if head.starts(with: compound) { return try inContainer(descriptor, size: size) }
        guard head.starts(with: zip) else {
            throw .notWorkbook(FileSignature.name(of: head.span) ?? "文本 / a text")
        }
        let package = OfficePackage(try ZIPFile(descriptor, size: size))
        if package.has("_rels/.rels") { return try XLSXWorkbook(package, size: size) }
        if package.has("content.xml") { return try ODSWorkbook(package) }
        throw .notWorkbook("ZIP")
    }

    private static func inContainer(_ descriptor: CInt, size: Int64) throws(UnreadableDelivery) -> any Workbook {
        do throws(UnreadableDelivery) {
            return try XLSWorkbook(descriptor, size: size)
        } catch {
            lseek(descriptor, 0, SEEK_SET)
            guard try EncryptedPackage.isNamed(in: FileSource(descriptor)) else { throw error }
            throw .encrypted("XLSX")
        }
    }
}
