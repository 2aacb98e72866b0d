/// One feed's exports: what vendor program writes them, when, and what stands in them.
struct FeedExport: Sendable {
    /// Folder below `in`, and name of the feed.
    let folder: String
    /// What the names of its files begin with.
    let prefix: String
    /// How the vendor writes CSV.
    var dialect = Dialect()
    /// What the line above the header says before the time of export; nil where there is no such line.
    var title: String?
    let header: [String]
    /// Times of export, first to last, in seconds since 1970 UTC.
    let times: [Int64]
    var columns = ExportTable.Columns(time: 0, value: 0, text: 0)
    /// A file handed over a second time under a new name, without a byte changed.
    var redelivery: (index: Int, at: Int64)?
    let rows: @Sendable (Window) -> [Row]

    /// What one export covers: everything after `from`, as it stands at `to`.
    struct Window: Sendable {
        let from: Int64
        let to: Int64

        func holds(_ time: Int64?) -> Bool { time.map { from < $0 && $0 <= to } ?? false }
    }

    func name(at time: Int64, _ format: ExportFormat) -> String {
        "\(prefix)_\(LocalTime.compact(time)).\(format.ending)"
    }

    /// What the export of this number tells.
    func table(_ index: Int) -> ExportTable {
        let window = Window(from: index == 0 ? .min : times[index - 1], to: times[index])
        return table(of: rows(window), at: times[index])
    }

    /// A table of these rows, exported at this time.
    func table(of rows: [Row], at time: Int64 = 0) -> ExportTable {
        ExportTable(title: title.map { $0 + LocalTime.text(time) }, header: header, rows: rows, columns: columns)
    }

    /// The file with the export of this number.
    ///
    /// - Throws: `PackingFault`.
    func bytes(_ index: Int, _ format: ExportFormat) throws(PackingFault) -> [UInt8] {
        try bytes(of: table(index), at: times[index], format)
    }

    /// A file with any table of the feed.
    ///
    /// - Throws: `PackingFault`.
    func bytes(of table: ExportTable, at time: Int64, _ format: ExportFormat) throws(PackingFault) -> [UInt8] {
        let bytes = try format.form.bytes(of: table, vendor: dialect)
        guard let packing = format.packing else { return bytes }
        return try packing.packed(bytes, as: name(at: time, ExportFormat(format.form)))
    }
}
