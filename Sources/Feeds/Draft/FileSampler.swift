import Glibc
import Model
import Settings

/// Finds out how a file is written and what stands in it. Runs in the reading process only.
struct FileSampler {
    let synonyms: Synonyms
    /// The kind of record, where a person named it.
    var kind: Kind?

    var forms: [TimeFormat] { synonyms.times.compactMap { try? TimeFormat($0) } }
    static let headSize = 1 << 20

    /// - Throws: `UnreadableDelivery`, `ArchiveFault`.
    func sample(_ file: ArchivedFile) throws -> TableSample {
        guard let opened = OpenedFile(file.path, flags: O_RDONLY | O_NOFOLLOW) else {
            throw ArchiveFault.refusal(inPlace: file.path)
        }
        let (packing, member) = try packing(opened.descriptor, size: file.size)
        lseek(opened.descriptor, 0, SEEK_SET)
        var found: TableSample?
        try PackedParts(opened.descriptor, size: file.size).forEach(packing) { part in
            guard found == nil else { return }
            try part.content.withFile { descriptor, size in
                var sample = try content(descriptor, size: size)
                sample.packing = packing
                sample.part = sample.part ?? member
                found = sample
            }
        }
        guard let found else { throw UnreadableDelivery.emptyFile }
        return found
    }

    /// How the file is packed, by its first bytes, and the member to look at.
    private func packing(_ descriptor: CInt, size: Int64) throws -> (Packing?, String?) {
        lseek(descriptor, 0, SEEK_SET)
        let head = try HeadSource(FileSource(descriptor), count: 8).head
        lseek(descriptor, 0, SEEK_SET)
        if head.starts(with: GzipSource.signature) { return (.gzip, nil) }
        guard head.starts(with: OpenedWorkbook.zip) else { return (nil, nil) }
        let zip = try ZIPFile(descriptor, size: size)
        if zip.names.contains("_rels/.rels") || zip.names.contains("content.xml") { return (nil, nil) }
        let members = zip.names.filter { !MemberName.isBeside($0) }
        guard let member = members.first(where: Self.isTable) ?? members.first else {
            throw UnreadableDelivery.emptyFile
        }
        let ending = member.lastIndex(of: ".").map { String(member[$0...]) } ?? ""
        return (.zip(members: [ending.isEmpty ? member : "*" + ending]), member)
    }

    /// Whether a member is likelier to hold records than what is packed beside them to be read by people.
    private static func isTable(_ member: String) -> Bool {
        let ending = member.lastIndex(of: ".").map { member[$0...].lowercased() } ?? ""
        return [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xml", ".xlsx", ".ods", ".xls"].contains(ending)
    }

    private func content(_ descriptor: CInt, size: Int64) throws -> TableSample {
        lseek(descriptor, 0, SEEK_SET)
        let head = try HeadSource(FileSource(descriptor), count: Self.headSize).head
        lseek(descriptor, 0, SEEK_SET)
        guard !head.isEmpty else { throw UnreadableDelivery.emptyFile }
        if head.starts(with: OpenedWorkbook.zip) || head.starts(with: OpenedWorkbook.compound) {
            return try workbook(descriptor, size: size)
        }
        let nature = FileNature(Array(head.prefix(FileNature.headSize)))
        guard !nature.isNoTable else { throw UnreadableDelivery.otherFormat(nature, than: nil) }
        let text = head.drop { JSONText.isBlank($0) || [0xEF, 0xBB, 0xBF].contains($0) }
        switch text.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if let sample = try json(descriptor, head: text) { return sample }
            return try csv(descriptor)
        case UInt8(ascii: "<"): return try xml(descriptor)
        default: return try csv(descriptor)
        }
    }

    /// A feed that wants just these columns.
    static func feed(_ format: FileFormat, _ names: [String] = []) -> FeedDefinition {
        FeedDefinition(
            name: "draft",
            kind: .breathTest,
            region: 0,
            serves: [],
            source: .folder(FolderSource(path: "", files: [])),
            contents: .increment,
            allowedRejections: 0,
            exportTime: nil,
            format: format,
            key: .row,
            columns: names.map { ColumnMapping(field: $0, columns: [$0]) },
            ignoredColumns: [],
            unknownColumns: .ignore
        )
    }
}
