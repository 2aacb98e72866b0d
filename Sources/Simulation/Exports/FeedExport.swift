import Foundation

/// One feed's files: what vendor program writes them, when, and what stands in them.
struct FeedExport {
    /// Folder below `in`, and name of the feed.
    let folder: String
    /// What the names of its files begin with.
    let prefix: String
    var dialect = Dialect()
    let header: [String]
    /// Times of export, first to last, in seconds since 1970 UTC.
    let times: [Int64]
    var columns = Dialect.Columns(time: 0, value: 0, text: 0)
    /// A file handed over a second time under a new name, without a byte changed.
    var redelivery: (index: Int, at: Int64)?
    let rows: (Window) -> [Row]

    /// What one export covers: everything after `from`, as it stands at `to`.
    struct Window {
        let from: Int64
        let to: Int64

        func holds(_ time: Int64?) -> Bool { time.map { from < $0 && $0 <= to } ?? false }
    }

    func name(at time: Int64) -> String { "\(prefix)_\(LocalTime.compact(time)).csv" }

    func bytes(_ index: Int) -> Data {
        let window = Window(from: index == 0 ? .min : times[index - 1], to: times[index])
        return dialect.file(
            header: header,
            rows: rows(window),
            columns: columns,
            preamble: LocalTime.text(times[index])
        )
    }
}
