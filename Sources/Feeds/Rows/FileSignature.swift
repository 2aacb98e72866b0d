/// The first bytes by which files that are no CSV tell what they are.
enum FileSignature {
    private static let known: [(bytes: [UInt8], name: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "XLSX 或 ZIP / XLSX or ZIP"),
        ([0x50, 0x4B, 0x05, 0x06], "空的 ZIP / an empty ZIP"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Excel (.xls) / an old Excel workbook (.xls)"),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "PDF"),
        ([0x1F, 0x8B], "gzip 压缩文件 / a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z 压缩文件 / a 7z archive"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "RAR 压缩文件 / a RAR archive"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片 / a PNG image"),
        ([0xFF, 0xD8, 0xFF], "JPEG 图片 / a JPEG image"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd 压缩文件 / a zstd archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "程序文件 / a program"),
        ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20, 0x66], "SQLite 数据库 / an SQLite database"),
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
    ]

    /// What the file is, where its first bytes say it is no CSV.
    static func name(of bytes: Span<UInt8>) -> String? {
        if let match = known.first(where: { bytes.starts(with: $0.bytes) }) { return match.name }
        // Text of two bytes a character without a mark: every second byte of an ASCII beginning is NUL.
        guard bytes.count >= 4, (bytes[0] == 0) != (bytes[1] == 0) else { return nil }
        guard bytes[0] == bytes[2] && bytes[0] == 0 || bytes[1] == bytes[3] && bytes[1] == 0 else { return nil }
        return "无标记的 UTF-16 / UTF-16 without a mark"
    }
}
