import Glibc

/// Finds one row of a kept file again, through the same readers that read it first. How the file is packed tell its own
/// first bytes: a row of a plain file cannot come from one that begins like a packed one.
struct RowFetch {
    /// Of the member or the sheet; nil where the file is one part.
    let part: String?
    /// In bytes from 0, within the part's own bytes.
    let offset: Int64
    /// Bytes.
    let length: Int64

    /// - Parameters:
    ///   - descriptor: open for reading; it stays the caller's to close.
    ///   - size: of the file, in bytes.
    /// - Returns: the row's bytes; of one in a workbook its cells with tabs between them. Nil where there is no such row.
    /// - Throws: `UnreadableDelivery` where the file cannot be read.
    func row(of descriptor: CInt, size: Int64) throws(UnreadableDelivery) -> [UInt8]? {
        lseek(descriptor, 0, SEEK_SET)
        let head = try HeadSource(FileSource(descriptor), count: 8).head
        lseek(descriptor, 0, SEEK_SET)
        if head.starts(with: OpenedWorkbook.compound) { return try sheetRow(of: descriptor, size: size, named: part) }
        if head.starts(with: OpenedWorkbook.zip) { return try zipRow(of: descriptor, size: size) }
        guard head.starts(with: GzipSource.signature) else { return try plainRow(of: descriptor) }
        let content = try GzipSource(FileSource(descriptor), size: size)
        guard let part else { return try row(of: content) }
        let spooled = try SpooledFile(content)
        return try sheetRow(of: spooled.descriptor, size: spooled.size, named: part)
    }

    private func zipRow(of descriptor: CInt, size: Int64) throws(UnreadableDelivery) -> [UInt8]? {
        let zip = try ZIPFile(descriptor, size: size)
        guard let part else { return nil }
        if let member = try zip.open(part) { return try row(of: member) }
        for name in zip.names {
            guard let sheet = SheetName.sheet(part, member: name), let member = try zip.open(name) else { continue }
            let spooled = try SpooledFile(member)
            return try sheetRow(of: spooled.descriptor, size: spooled.size, named: sheet)
        }
        return try sheetRow(of: descriptor, size: size, named: part)
    }

    /// A plain file need not be read from its beginning, unless its characters were counted in another set.
    private func plainRow(of descriptor: CInt) throws(UnreadableDelivery) -> [UInt8]? {
        let head = try HeadSource(FileSource(descriptor), count: XMLEncoding.headSize).head
        let isChinese = XMLEncoding.isChinese(head)
        guard let start = off_t(exactly: isChinese ? 0 : offset), lseek(descriptor, start, SEEK_SET) == start else {
            return nil
        }
        guard !isChinese else { return try row(of: FileSource(descriptor)) }
        return try RowFetch(part: nil, offset: 0, length: length).row(of: FileSource(descriptor))
    }

    private func sheetRow(
        of descriptor: CInt,
        size: Int64,
        named name: String?
    ) throws(UnreadableDelivery) -> [UInt8]? {
        let workbook = try OpenedWorkbook.open(descriptor, size: size)
        guard let sheet = workbook.sheets.first(where: { $0.name == name }) else { return nil }
        let rows = try workbook.rows(of: sheet, fillsMerged: false, limits: .standard)
        while try rows.next() {
            if rows.place.byteOffset == offset { return rows.row.text }
        }
        return nil
    }

    private func row(of source: any ByteSource) throws(UnreadableDelivery) -> [UInt8]? {
        let beginning = try HeadSource(source, count: XMLEncoding.headSize)
        let text: any ByteSource = XMLEncoding.isChinese(beginning.head) ? try GB18030Source(beginning) : beginning
        var window = ByteWindow(reading: text, size: 1 << 16, largest: RowLimits.standard.lookAhead)
        let wanted = Int(min(length, Int64(RowLimits.standard.lookAhead)))
        while true {
            try window.fill()
            let behind = window.offset + Int64(window.filled - window.position)
            if behind > offset || window.isAtEnd { break }
            window.consume(upTo: window.filled)
        }
        guard offset >= window.offset else { return nil }
        window.consume(upTo: window.position + Int(min(offset - window.offset, Int64(window.filled - window.position))))
        while window.filled - window.position < wanted, !window.isAtEnd { try window.fill() }
        guard window.filled - window.position >= wanted else { return nil }
        return Array(window.bytes[window.position..<(window.position + wanted)])
    }
}
