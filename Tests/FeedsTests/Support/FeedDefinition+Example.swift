import Feeds
import Model
import Settings
import Testing

extension FeedDefinition {
    /// A feed of breath tests, as far as a test has nothing else to say.
    static func example(
        folder: String = "/nowhere",
        files: [String] = ["*.csv"],
        kind: Kind = .breathTest,
        csv: CSVDialect = .plain(),
        exportTime: ExportTime? = nil,
        key: KeyRule = .fields(["device", "record_no"]),
        columns: [ColumnMapping] = [],
        ignored: [String] = [],
        unknown: UnknownColumns = .refuse
    ) -> FeedDefinition {
        FeedDefinition(
            name: "breath-tests",
            kind: kind,
            region: 430800,
            serves: ["4308"],
            source: .folder(FolderSource(path: folder, files: files)),
            contents: .increment,
            allowedRejections: 0,
            exportTime: exportTime,
            format: .csv(csv),
            key: key,
            columns: columns,
            ignoredColumns: ignored,
            unknownColumns: unknown
        )
    }
}

extension DropFolder {
    /// The folder of a feed that has one.
    init(_ feed: FeedDefinition) throws {
        try self.init(#require(feed.folder), exportTime: feed.exportTime)
    }
}
