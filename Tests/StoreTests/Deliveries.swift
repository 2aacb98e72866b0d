import Hashing
import Model
import Postgres
import Store

/// Delivers rows to the store the way intake does, without a file.
struct Deliveries {
    var feed = "tests"
    var kind = Kind.breathTest
    var isSnapshot = false
    var isNamedByContent = false
    var rhythmHours: Int64?
    /// How far back a snapshot reaches.
    var windowDays: Int64?
    var volume: VolumeRule?
    /// By default nothing a register lacks is doubted.
    var shrinkage = ShrinkageRule(mostPercent: nil, mayBeEmpty: true)
    /// Of files; by default each is named by its bytes.
    var fileName: String?
    var repetition: RepetitionRule?
    var receivedAt = Instant(microseconds: 1_700_000_000_000_000)
    private let store: DeliveryStore

    init(
        kind: Kind = .breathTest,
        isSnapshot: Bool = false,
        isNamedByContent: Bool = false,
        rhythmHours: Int64? = nil,
        windowDays: Int64? = nil,
        volume: VolumeRule? = nil,
        pepper: String = "test"
    ) {
        store = DeliveryStore(tokens: TokenKey(pepper: Array(pepper.utf8)))
        self.rhythmHours = rhythmHours
        self.windowDays = windowDays
        self.volume = volume
        self.kind = kind
        self.isSnapshot = isSnapshot
        self.isNamedByContent = isNamedByContent
    }

    func header(bytes: String, exportedAt: Int64?) -> DeliveryHeader {
        DeliveryHeader(
            region: 430800,
            feed: feed,
            kind: kind,
            sha256: SHA256.hash(Array(bytes.utf8)),
            fileName: fileName ?? bytes + ".csv",
            bytes: Int64(bytes.utf8.count),
            exportedAt: exportedAt.map { Instant(microseconds: $0 * 1_000_000) },
            receivedAt: receivedAt,
            source: SourceMark(name: bytes + ".csv", mark: "1:2:3:4:5"),
            completeness: CompletenessRule(
                isSnapshot: isSnapshot,
                allowedRejections: 0,
                rhythmSeconds: rhythmHours.map { $0 * 3600 },
                volume: volume,
                shrinkage: shrinkage,
                repetition: repetition
            ),
            isNamedByContent: isNamedByContent,
            showsFrom: exportedAt.flatMap { at in
                windowDays.map { Instant(microseconds: (at - $0 * 86_400) * 1_000_000) }
            }
        )
    }

    /// Delivers `rows`; `bytes` stands for the content of the file.
    @discardableResult
    func deliver(
        _ rows: [RecordDraft],
        rejections: [RowRejection] = [],
        bytes: String,
        exportedAt: Int64? = nil,
        _ session: borrowing Session
    ) throws -> DeliveryOutcome {
        try session.transaction { session in
            try store.take(header(bytes: bytes, exportedAt: exportedAt), session) { sink, writer in
                for row in rows { try sink.record(row, to: &writer) }
                for rejection in rejections { try sink.reject(rejection, raw: Array("raw".utf8).span, to: &writer) }
            }
        }
    }

    /// Delivers a file of which nothing could be read.
    @discardableResult
    func refuse(bytes: String, because reason: String, exportedAt: Int64? = nil, _ session: borrowing Session) throws
        -> DeliveryOutcome
    {
        try session.transaction { session in
            try store.refuse(header(bytes: bytes, exportedAt: exportedAt), because: reason, cause: "syntax", session)
        }
    }
}
