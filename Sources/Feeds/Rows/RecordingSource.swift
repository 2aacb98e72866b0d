/// A source that remembers what went through it, from some place on, so that the bytes of a row can be shown.
///
/// Of a row that grows too long its head is remembered only, and what came last.
final class RecordingSource: ByteSource {
    private let source: any ByteSource
    private let longestRow: Int
    private let longestHead: Int
    private var kept: [UInt8] = []
    /// Where in the source the first kept byte stands.
    private var origin: Int64 = 0
    /// What stands before this is no longer wanted.
    private var wantedFrom: Int64 = 0
    /// The beginning of a row too long to be kept, and where it stands.
    private var head: [UInt8] = []
    private var headOrigin: Int64 = -1

    init(_ source: any ByteSource, limits: RowLimits) {
        self.source = source
        longestRow = limits.lookAhead
        longestHead = limits.keptHead
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        let count = try source.read(into: buffer)
        dropUnwanted()
        kept.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
        return count
    }

    /// Forgets what stands before this place.
    func forget(before place: Int64) { wantedFrom = max(wantedFrom, place) }

    /// Lends the bytes of a row, as far as they are remembered.
    func withBytes<Result, Failure: Error>(
        _ range: Range<Int64>,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // A span of a class's own array may not outlive the look at it.
        let bytes = range.lowerBound == headOrigin ? head : kept
        guard range.lowerBound != headOrigin else { return try body(bytes.span) }
        let start = index(of: range.lowerBound)
        return try body(bytes.span.extracting(start..<max(start, index(of: range.upperBound))))
    }

    private func index(of place: Int64) -> Int { Int(min(max(0, place - origin), Int64(kept.count))) }

    private func dropUnwanted() {
        let count = index(of: wantedFrom)
        if count > 0 {
            kept.removeFirst(count)
            origin += Int64(count)
        }
        guard kept.count > longestRow else { return }
        if headOrigin != wantedFrom { (head, headOrigin) = (Array(kept.prefix(longestHead)), origin) }
        origin += Int64(kept.count)
        kept.removeAll(keepingCapacity: true)
    }
}
