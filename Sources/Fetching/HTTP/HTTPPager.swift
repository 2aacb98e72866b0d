import Model
import Settings
import Transport

/// Which page comes next, by what was taken so far.
struct HTTPPager {
    private let source: HTTPSource
    private let zone: Zone?

    init(_ source: HTTPSource) {
        self.source = source
        if case .window(let window) = source.paging { zone = try? Zone(window.zone) } else { zone = nil }
    }

    /// The page after those taken, which may be the last one of them again: it may have grown.
    ///
    /// - Parameters:
    ///   - known: what was remembered, by name.
    ///   - now: by our clock.
    /// - Returns: nil where its time has not come.
    /// - Throws: `FetchFault` where the page has no address.
    func page(after known: [String: String], now: Instant) throws(FetchFault) -> HTTPPage? {
        let base = source.address
        switch source.paging {
        case .none: return HTTPPage(base, name: base.shown, mark: nil)
        case .cursor(_, let parameter):
            guard let cursor = known[Self.cursor], !cursor.isEmpty else {
                return HTTPPage(base, name: base.shown, mark: (Self.cursor, ""))
            }
            return try page([(parameter, cursor)], mark: (Self.cursor, cursor))
        case .next, .link:
            guard let link = known[Self.next], !link.isEmpty else {
                return HTTPPage(base, name: base.shown, mark: (Self.next, ""))
            }
            return HTTPPage(try follow(link), name: base.shown, mark: (Self.next, link))
        case .page(let parameter, let first):
            let number = known[Self.page].flatMap { Int64($0) } ?? first
            return try page([(parameter, String(number))], mark: (Self.page, String(number)))
        case .window(let window): return try page(window, after: known, now: now)
        }
    }

    /// The page after this one by its number; nil where pages have none.
    func page(following page: HTTPPage) throws(FetchFault) -> HTTPPage? {
        guard case .page(let parameter, _) = source.paging, let number = page.mark.flatMap({ Int64($0.value) }),
            number < .max
        else { return nil }
        return try self.page([(parameter, String(number + 1))], mark: (Self.page, String(number + 1)))
    }

    /// The address a link leads to, which must be on the same server.
    ///
    /// - Throws: `FetchFault`.
    func follow(_ link: String) throws(FetchFault) -> Address {
        let base = source.address
        guard link.utf8.count <= Self.longest, let address = Address(link, from: base) else {
            throw .badCursor(place: base.shown)
        }
        guard address.scheme == base.scheme, address.host == base.host, address.port == base.port else {
            throw .foreignLink(place: base.shown, host: "\(address.scheme.rawValue)://\(address.host):\(address.port)")
        }
        return address
    }

    private func page(
        _ window: HTTPPaging.TimeWindow,
        after known: [String: String],
        now: Instant
    ) throws(FetchFault) -> HTTPPage? {
        guard let zone else { throw .definition(place: source.address.shown, detail: "zone") }
        let begin = known[Self.until].flatMap { Int64($0) }.map { Instant(microseconds: $0) } ?? window.start
        let end = begin.adding(seconds: window.length)
        guard end.adding(seconds: window.lag) <= now, begin < end else { return nil }
        let since = begin.adding(seconds: -window.overlap)
        var page = try page(
            [
                (window.since, window.format.text(since, in: zone)), (window.until, window.format.text(end, in: zone)),
            ],
            mark: (Self.until, String(end.microseconds))
        )
        page.end = end
        return page
    }

    private func page(
        _ parameters: [(name: String, value: String)],
        mark: (name: String, value: String)
    ) throws(FetchFault) -> HTTPPage {
        guard mark.value.utf8.count <= Self.longest, let address = source.address.adding(parameters) else {
            throw .badCursor(place: source.address.shown)
        }
        let shown = parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return HTTPPage(address, name: "\(source.address.shown)?\(shown)", mark: mark)
    }

    /// Names of what is remembered.
    static let (cursor, next, page, until) = ("cursor", "next", "page", "until")
    /// Bytes; a longer cursor or link is refused.
    private static let longest = 4096
}

/// A page of an HTTP source.
struct HTTPPage {
    let address: Address
    /// What people know it by.
    let name: String
    /// What is remembered once it is taken and nothing follows it; nil where that is told by the answer.
    let mark: (name: String, value: String)?
    /// Where its window of time ends; nil where it is none.
    var end: Instant?

    init(_ address: Address, name: String, mark: (name: String, value: String)?) {
        (self.address, self.name, self.mark) = (address, name, mark)
    }
}
