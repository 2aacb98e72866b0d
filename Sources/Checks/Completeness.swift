package import Model

/// Until when a feed is known complete, and for whom it speaks.
package struct FeedCompleteness: Equatable, Sendable {
    package var name: String
    package var kind: Kind
    /// Prefixes of the organisation codes the feed speaks for; none means all of them.
    package var serves: [String]
    /// Nil before the first delivery that proves anything.
    package var until: Instant?

    package init(name: String, kind: Kind, serves: [String], until: Instant?) {
        self.name = name
        self.kind = kind
        self.serves = serves
        self.until = until
    }
}

/// Until when the records a check needs of one unit are known complete.
package struct Completeness: Equatable, Sendable {
    /// The feeds that count, by kind and name.
    package let feeds: [FeedCompleteness]
    /// Kinds that no feed brings for the unit: nothing can be claimed absent of them, ever.
    package let unserved: [Kind]

    /// The completeness of `kinds` for one unit: of each kind every feed that speaks for it must be complete.
    ///
    /// A unit no feed names directly but that stands above some that feeds do name (a detachment above its brigades)
    /// needs all of those. A record without a unit may belong to anyone, and needs every feed.
    package init(of kinds: [Kind], for unit: String, feeds all: [FeedCompleteness]) {
        var counting: [FeedCompleteness] = []
        var unserved: [Kind] = []
        for kind in Set(kinds).sorted(by: { $0.rawValue < $1.rawValue }) {
            let serving = Self.feeds(serving: unit, among: all.filter { $0.kind == kind })
            if serving.isEmpty { unserved.append(kind) }
            counting += serving.sorted { $0.name < $1.name }
        }
        feeds = counting
        self.unserved = unserved
    }

    /// The earliest time to which all that count are complete; nil where one is not at all, or none counts.
    package var until: Instant? {
        guard unserved.isEmpty else { return nil }
        let times = feeds.compactMap(\.until)
        return times.count == feeds.count ? times.min() : nil
    }

    /// What is not known to be complete up to `due`.
    package func lacking(at due: Instant) -> [Await] {
        unserved.map { .noFeed($0) } + late(at: due)
    }

    /// Which of the feeds there are is not known to be complete up to `time`.
    package func late(at time: Instant) -> [Await] {
        feeds.filter { feed in feed.until.map { $0 < time } ?? true }.map { .feed($0.kind, name: $0.name) }
    }

    /// Of nothing.
    package static let none = Completeness(of: [], for: "", feeds: [])

    private static func feeds(serving unit: String, among feeds: [FeedCompleteness]) -> [FeedCompleteness] {
        guard !unit.isEmpty else { return feeds }
        let direct = feeds.filter { feed in feed.serves.isEmpty || feed.serves.contains { unit.hasPrefix($0) } }
        guard direct.isEmpty else { return direct }
        let stem = stem(of: unit)
        return stem.isEmpty ? [] : feeds.filter { feed in feed.serves.contains { $0.hasPrefix(stem) } }
    }

    /// The code without the pairs of zeros that say it stands for everything beneath.
    private static func stem(of unit: String) -> Substring {
        var stem = Substring(unit)
        while stem.hasSuffix("00"), stem.utf8.count.isMultiple(of: 2) { stem = stem.dropLast(2) }
        return stem
    }
}
