import Model
import Postgres

/// Where a rejected row stands in its delivery.
struct RejectedPlace: Equatable {
    let part: Int32
    let byteFrom: Int64
    let byteLength: Int64
    let line: Int64
    /// Whether it is to be read again now; if not, whatever stands there is left alone.
    let isChosen: Bool

    /// The first byte behind it.
    var end: Int64 { byteFrom.addingReportingOverflow(byteLength).overflow ? .max : byteFrom + byteLength }
}

/// The rejected rows of a delivery that became no records yet, found by their bytes while the file is read again.
///
/// Some 40 bytes are held for each. A row of today is found where it begins within a rejected one: mended settings may find several rows there.
struct RejectedPlaces {
    /// By part, and within it by their first byte.
    private var places: [RejectedPlace] = []
    private var fates: [Fate] = []
    private var ranges: [Int32: Range<Int>] = [:]

    /// What the reading of today found at a rejected row.
    enum Fate: UInt8 {
        /// No row begins there.
        case unseen
        /// A row that begins before it reaches into it.
        case covered
        /// Records, or a part of one.
        case read
        /// A row that is rejected again.
        case failed
    }

    /// - Throws: `DatabaseError`.
    init(of delivery: ArchivedDelivery, _ filter: RejectionFilter, _ session: borrowing Session) throws {
        var own = filter
        own.delivery = delivery.number
        var found: [RejectedPlace] = []
        try session.stream(
            """
            SELECT r.part, r.byte_from, r.byte_length, r.line, \(RejectionFilter.condition)
            FROM docket.rejection r JOIN docket.delivery d ON d.region = r.region AND d.number = r.delivery
            WHERE r.region = $1 AND r.delivery = $8 AND r.settlement IS DISTINCT FROM 'replayed'
            ORDER BY r.part, r.byte_from
            """,
            own.parameters(region: delivery.region) + [.integer(delivery.number)]
        ) { row in
            found.append(
                RejectedPlace(
                    part: try row.integer32(0),
                    byteFrom: try row.integer(1),
                    byteLength: try row.integer(2),
                    line: try row.integer(3),
                    isChosen: try row.flag(4)
                )
            )
        }
        places = found
        fates = Array(repeating: .unseen, count: found.count)
        for (index, place) in found.enumerated() {
            ranges[place.part] = (ranges[place.part]?.lowerBound ?? index)..<(index + 1)
        }
    }

    /// How many are to be read again.
    var chosen: Int { places.count(where: \.isChosen) }

    /// The rejected row in whose bytes a row of today begins.
    func index(at byte: Int64, in part: Int32) -> Int? {
        guard let range = ranges[part] else { return nil }
        let next = firstIndex(behind: byte, in: range)
        guard next > range.lowerBound, byte < places[next - 1].end else { return nil }
        return next - 1
    }

    /// Notes that a row of today reaches into the rejected rows behind its first byte: of a row that is taken they are
    /// parts, as of a text in quotes over several lines; of any other they are covered.
    mutating func reach(from byte: Int64, length: Int64, in part: Int32, isTaken: Bool) {
        guard let range = ranges[part] else { return }
        let (sum, isBeyond) = byte.addingReportingOverflow(length)
        let end = isBeyond ? Int64.max : sum
        var next = firstIndex(behind: byte, in: range)
        while next < range.upperBound, places[next].byteFrom < end {
            if fates[next] == .unseen { fates[next] = isTaken ? .read : .covered }
            next += 1
        }
    }

    private func firstIndex(behind byte: Int64, in range: Range<Int>) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if places[middle].byteFrom <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    subscript(index: Int) -> RejectedPlace { places[index] }

    func fate(_ index: Int) -> Fate { fates[index] }

    mutating func note(_ fate: Fate, _ index: Int) { fates[index] = fate }

    /// The chosen ones with this fate.
    func chosen(_ fate: Fate) -> [RejectedPlace] {
        places.indices.filter { places[$0].isChosen && fates[$0] == fate }.map { places[$0] }
    }
}
