package import Model

/// One feed as its YAML file describes it, checked and ready for use.
package struct FeedDefinition: Equatable, Sendable, Codable {
    /// Unique in the configuration; names the feed in the database and on the command line.
    package var name: String
    package var kind: Kind
    /// GB/T 2260 code of the prefecture whose records the feed brings.
    package var region: Int32
    /// Prefixes of the organisation codes the feed speaks for; its silence says nothing about others.
    package var serves: [String]
    package var source: FeedSource
    package var contents: Contents
    /// How many rejected rows a delivery may hold and still prove what is absent.
    package var allowedRejections: Int64
    /// How the name of a file tells when it was exported; without it nothing but the file's own time does.
    package var exportTime: ExportTime?
    /// Up to which moment a delivery shows everything, where no file name tells it; nil where nothing is claimed.
    package var exportMoment: ExportMoment?
    /// An increment comes at least so often: past a longer gap between exports nothing is proven. Nil where the feed
    /// promises no rhythm.
    package var rhythmSeconds: Int64?
    /// A snapshot shows what happened within so long before it was exported; nil where it shows everything.
    package var windowSeconds: Int64?
    /// How few rows on a day are suspicious; nil where that is not judged.
    package var volume: VolumeRule?
    /// How much smaller than the one before a snapshot may be.
    package var shrinkage: ShrinkageRule
    /// What is made of an export with the bytes of an earlier one.
    package var repeats: RepetitionRule
    package var sameKey: SameKeyRule
    /// Nil where the files are not packed.
    package var packing: Packing?
    package var format: FileFormat
    package var key: KeyRule
    /// Put before the natural key, where two registers number their records alike; nil where numbers are unique.
    package var namespace: String?
    package var columns: [ColumnMapping]
    /// Source columns known and left out on purpose.
    package var ignoredColumns: [String]
    package var unknownColumns: UnknownColumns

    /// Whether each delivery holds the whole register or only what is new.
    package enum Contents: String, Sendable, CaseIterable, Codable { case snapshot, increment }

    /// What names a record of this feed.
    package enum KeyRule: Equatable, Sendable, Codable {
        case fields([String])
        /// The rows carry no key: content and occurrence name them.
        case row
    }

    /// What is done with a column the feed does not know: the delivery is set aside, the column is taken note of, or
    /// passed over.
    package enum UnknownColumns: String, Sendable, CaseIterable, Codable { case refuse, evolve, ignore }

    package init(
        name: String,
        kind: Kind,
        region: Int32,
        serves: [String],
        source: FeedSource,
        contents: Contents,
        allowedRejections: Int64,
        exportTime: ExportTime?,
        exportMoment: ExportMoment? = nil,
        rhythmSeconds: Int64? = nil,
        windowSeconds: Int64? = nil,
        volume: VolumeRule? = nil,
        shrinkage: ShrinkageRule = .usual(windowSeconds: nil),
        repeats: RepetitionRule = .doubt,
        sameKey: SameKeyRule = .doubt,
        packing: Packing? = nil,
        format: FileFormat,
        key: KeyRule,
        namespace: String? = nil,
        columns: [ColumnMapping],
        ignoredColumns: [String],
        unknownColumns: UnknownColumns
    ) {
        self.name = name
        self.kind = kind
        self.region = region
        self.serves = serves
        self.source = source
        self.contents = contents
        self.allowedRejections = allowedRejections
        self.exportTime = exportTime
        self.exportMoment = exportMoment
        self.rhythmSeconds = rhythmSeconds
        self.windowSeconds = windowSeconds
        self.volume = volume
        self.shrinkage = shrinkage
        self.repeats = repeats
        self.sameKey = sameKey
        self.packing = packing
        self.format = format
        self.key = key
        self.namespace = namespace
        self.columns = columns
        self.ignoredColumns = ignoredColumns
        self.unknownColumns = unknownColumns
    }
}

extension FeedDefinition {
    /// What the feed is expected to bring.
    package var contract: FeedContract {
        let mapped = columns.filter { $0.constant == nil }.flatMap(\.columns)
        return FeedContract(
            // Pages and windows follow each other by their marks: a long silence between them hides nothing.
            rhythmSeconds: exportMoment == nil ? rhythmSeconds : nil,
            volume: volume,
            isSnapshot: contents == .snapshot,
            knownColumns: unknownColumns == .evolve ? Set(mapped + ignoredColumns) : nil,
            allowedRejections: allowedRejections,
            // Pages and windows follow each other by their marks, and a server asked again may well say the same.
            repetition: contents == .increment && exportMoment == nil ? repeats : nil,
            sameKey: key == .row ? nil : sameKey
        )
    }

    /// Whether it comes from a server, which may keep us waiting.
    package var isRemote: Bool { folder == nil }

    /// The drop folder; nil where the feed comes from a server.
    package var folder: FolderSource? {
        get {
            guard case .folder(let folder) = source else { return nil }
            return folder
        }
        set { if let newValue { source = .folder(newValue) } }
    }
}
