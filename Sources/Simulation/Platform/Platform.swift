/// A vendor's platform as it stands at the end of a simulation: what it answers when it is asked well.
package struct Platform: Sendable {
    private let exports: [String: FeedExport]
    /// What whoever asks must show.
    package let token: String

    /// One answer.
    package struct Page: Equatable, Sendable {
        package let bytes: [UInt8]
        /// What the platform's clock shows: seconds since 1970 UTC. Up to then it shows everything.
        package let moment: Int64
        /// Whether it is known again by a tag, or by the moment.
        package let showsTag: Bool
        /// Path and query of the next page; nil behind the last one and where pages do not lead to each other.
        package var next: String?
    }

    /// - Parameter simulation: what happens in the prefecture.
    /// - Throws: what `Simulation.world()` throws.
    package init(_ simulation: Simulation) throws {
        let exports = Simulation.exports(of: try simulation.world())
        token = Self.token(seed: simulation.seed)
        self.exports = Dictionary(exports.map { ($0.folder, $0) }) { first, _ in first }
    }

    /// - Parameters:
    ///   - feed: whose records are asked for.
    ///   - parameter: the value of a parameter of the query; nil where it is not given.
    /// - Returns: the page; nil where there is none.
    /// - Throws: `PackingFault`.
    package func page(of feed: String, _ parameter: (String) -> String?) throws(PackingFault) -> Page? {
        guard let offer = PlatformOffer.of(feed), let export = exports[feed], let last = export.times.last else {
            return nil
        }
        let count = export.times.count
        switch offer.paging {
        case .whole: return try page(offer, export, export.table(count - 1), at: last)
        case .window:
            guard let table = window(export, parameter, last: last) else { return nil }
            return try page(offer, export, table, at: last)
        case .number:
            guard let number = parameter("page").flatMap({ Int($0) }), number >= 1 else { return nil }
            let table = number <= count ? export.table(number - 1) : export.table(of: [], at: last)
            return try page(offer, export, table, at: last)
        case .cursor, .next, .link:
            let number = parameter("cursor").map { Int($0) } ?? 0
            guard let number, (0..<count).contains(number) else { return nil }
            return try page(offer, export, number, at: last)
        }
    }

    static func token(seed: UInt64) -> String {
        var chance = SplitMix64(seed: seed, stream: "token")
        return String(chance.next(), radix: 36) + String(chance.next(), radix: 36)
    }

    /// One of the pages that lead to each other.
    private func page(
        _ offer: PlatformOffer,
        _ export: FeedExport,
        _ number: Int,
        at moment: Int64
    ) throws(PackingFault) -> Page {
        var table = export.table(number)
        let next = number + 1 < export.times.count ? "/\(offer.feed)?cursor=\(number + 1)" : nil
        switch offer.paging {
        case .cursor: table.next = next.map { _ in String(number + 1) }
        case .next: table.next = next
        default: break
        }
        var page = try page(offer, export, table, at: moment)
        if offer.paging == .link { page.next = next }
        return page
    }

    private func page(
        _ offer: PlatformOffer,
        _ export: FeedExport,
        _ table: ExportTable,
        at moment: Int64
    ) throws(PackingFault) -> Page {
        Page(bytes: try export.bytes(of: table, at: moment, offer.format), moment: moment, showsTag: offer.showsTag)
    }

    /// What became known from the one time up to, not including, the other; nothing does after the last export.
    private func window(_ export: FeedExport, _ parameter: (String) -> String?, last: Int64) -> ExportTable? {
        guard let from = parameter("from").flatMap({ Int64($0) }), let to = parameter("to").flatMap({ Int64($0) })
        else { return nil }
        return export.table(of: export.rows(.init(from: from.clamped - 1, to: min(to.clamped - 1, last))), at: last)
    }
}

extension Int64 {
    /// Within times there may be.
    fileprivate var clamped: Int64 { Swift.min(Swift.max(self, 0), 1 << 40) }
}
