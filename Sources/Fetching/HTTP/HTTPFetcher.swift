package import Feeds
package import Model
import Postgres
package import Settings
import Transport

/// Fetches the pages of an HTTP source.
package actor HTTPFetcher: Fetcher {
    private let executor: QueueExecutor
    private let feed: FeedDefinition
    private let source: HTTPSource
    private let archive: Archive
    private let reader: DeliveryReader
    private let pager: HTTPPager
    private var client: Client?
    private var pause = FetchPause()
    /// The last page that came, by which it is known again.
    private var last: HTTPSighting?
    /// The page to ask for next in this look, where that is known already.
    private var following: HTTPPage?
    private var isDone = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - feed: whose deliveries these are.
    ///   - source: of the feed.
    ///   - law: for the reading of pages, of which those without rows end the look.
    ///   - archive: where what comes is kept.
    package init(_ feed: FeedDefinition, _ source: HTTPSource, law: Law, archive: Archive) {
        executor = QueueExecutor(label: "fetch \(feed.name)")
        (self.feed, self.source, self.archive) = (feed, source, archive)
        reader = DeliveryReader(feed: feed, law: law, receivedAt: Instant(microseconds: 0))
        pager = HTTPPager(source)
    }

    package func begin() { (following, isDone) = (nil, false) }

    package func forget() { last = nil }

    package func next(known: [String: String], now: Instant) async throws -> FetchStep {
        if isDone { return .end(FetchEnd()) }
        try pause.check()
        do {
            let step = try advance(known, now)
            pause.end()
            return step
        } catch {
            pause.begin(after: error)
            throw error
        }
    }

    private func advance(_ known: [String: String], _ now: Instant) throws -> FetchStep {
        guard let page = try following ?? pager.page(after: known, now: now) else { return end(nil) }
        following = nil
        let reception = archive.receive(from: page.name, largest: source.largest)
        let response = try ask(for: page, known, reception)
        let moment = moment(of: page, response, now)
        if response.isUnchanged { return try unchanged(page, moment, known, now) }
        try check(response, page)
        let file = try archive.keep(reception)
        if let last, last.address == page.address, last.sha256 == file.sha256 {
            self.last = HTTPSighting(page, response, file)
            return try unchanged(page, moment, known, now)
        }
        return try take(page, response, file, moment, known)
    }

    /// A page that is new, or has grown.
    private func take(
        _ page: HTTPPage,
        _ response: Response,
        _ file: ArchivedFile,
        _ moment: Instant?,
        _ known: [String: String]
    ) throws -> FetchStep {
        var fetched = Fetched(
            name: page.name,
            mark: page.mark ?? HTTPSighting.mark(page, response, file),
            exportedAt: nil,
            file: file
        )
        switch source.paging {
        case .none: isDone = true
        case .window: break
        case .page(_, let first):
            let isFirst = page.mark?.value == (known[HTTPPager.page] ?? String(first))
            guard try isFirst || reader.holdsRows(file) else { return end(moment) }
            following = try pager.page(following: page)
        case .cursor, .next, .link:
            if let follower = try follower(of: page, response, file), follower != page.mark?.value {
                fetched.mark.value = follower
            } else {
                isDone = true
            }
        }
        last = HTTPSighting(page, response, file)
        // Of pages that follow each other only the last one shows that nothing else is there.
        if isDone || page.end != nil { fetched.exportedAt = moment }
        return .fetched(fetched)
    }

    /// A page that is as it was.
    private func unchanged(
        _ page: HTTPPage,
        _ moment: Instant?,
        _ known: [String: String],
        _ now: Instant
    ) throws -> FetchStep {
        guard let follower = try pager.page(following: page) else { return end(moment) }
        following = follower
        return try advance(known, now)
    }

    private func end(_ moment: Instant?) -> FetchStep {
        isDone = true
        var end = FetchEnd()
        end.unchangedUntil = moment
        return .end(end)
    }

    /// The mark of the page after one that came; nil where it is the last.
    private func follower(of page: HTTPPage, _ response: Response, _ file: ArchivedFile) throws -> String? {
        let text: String?
        switch source.paging {
        case .cursor(let path, _): text = try? JSONReader.text(at: path, of: file, feed: feed)
        case .next(let path): text = try? JSONReader.text(at: path, of: file, feed: feed)
        case .link: text = response.headers["link"].flatMap(HTTPLink.next)
        default: text = nil
        }
        guard let text, !text.isEmpty else { return nil }
        if case .cursor = source.paging { return text }
        return try pager.follow(text).text
    }

    private func ask(for page: HTTPPage, _ known: [String: String], _ reception: Reception) throws -> Response {
        var request = Request(page.address, trust: source.trust)
        request.limits.total = Int(clamping: source.timeoutSeconds) * 1000
        request.limits.largest = min(source.largest, archive.largest)
        request.headers = source.headers.map { ($0.name, $0.value) }
        request.headers += (last?.conditions(for: page) ?? HTTPSighting.conditions(for: page, known))
        request.credentials = try credentials()
        if client == nil { client = try Client() }
        switch client {
        case .some(let client): return try client.perform(request) { try reception.append($0) }
        case .none: throw FetchFault.definition(place: page.name, detail: "libcurl")
        }
    }

    private func credentials() throws(FetchFault) -> Credentials? {
        switch source.authentication {
        case .none: nil
        case .bearer(let file): .bearer(try SecretFile(path: file).read())
        case .basic(let user, let file): .password(user: user, try SecretFile(path: file).read())
        case .header(let name, let file): .header(name: name, try SecretFile(path: file).read())
        }
    }

    private func check(_ response: Response, _ page: HTTPPage) throws {
        // Half of a JSON document shows that it is half; of other formats nothing would.
        guard response.isFramed || endsVisibly else {
            throw TransportFault(.unframed, place: page.address.shown, detail: "")
        }
        guard response.headers["content-type"]?.lowercased().hasPrefix("text/html") != true else {
            throw FetchFault.webPage(place: page.address.shown)
        }
    }

    private var endsVisibly: Bool {
        guard case .json(let shape) = feed.format, case .document = shape.layout else { return false }
        return true
    }

    private func moment(of page: HTTPPage, _ response: Response, _ now: Instant) -> Instant? {
        switch feed.exportMoment {
        // A server whose clock is ahead would prove what has not happened yet.
        case .dateHeader: response.date.map { min(Instant(microseconds: 0).adding(seconds: $0), now) }
        case .requestTime: now
        case .windowEnd: page.end
        case .snapshotTime, .none: nil
        }
    }
}
