import Daemon
import Model
import Settings
import Store
import TestSupport
import Testing

@Suite("Rejected rows are read again by mended settings", .ownDatabase)
struct ReplayTests {
    private let now = SmallWorld.asOf

    /// Breath tests, of which a few columns are exported.
    private func house(_ adjust: @escaping (inout FeedDefinition) -> Void = { _ in }) async throws -> House {
        try await House.plain { configuration in
            configuration.feeds = configuration.feeds.filter { $0.kind == .breathTest }.map { feed in
                var feed = feed
                let exported = ["device", "record_no", "tested_at", "alcohol", "place"]
                feed.columns = feed.columns.filter { exported.contains($0.field) }
                adjust(&feed)
                return feed
            }
        }
    }

    private func deliver(_ rows: String, to house: House, as name: String = "x_20250304080000.csv") async throws {
        try house.folder.write("device,record_no,tested_at,alcohol,place\n" + rows, to: "in/breath_test/" + name)
        try await house.intake("breath_test", now: now)
    }

    /// Replays by settings that were mended.
    private func replay(
        _ house: House,
        _ filter: RejectionFilter = RejectionFilter(),
        mended: (inout FeedDefinition) -> Void = { _ in }
    ) async throws -> [Passes.Replayed] {
        let passes = try house.passes { configuration in
            for index in configuration.feeds.indices { mended(&configuration.feeds[index]) }
        }
        var replayed: [Passes.Replayed] = []
        try await passes.replay(filter, by: "li.wei", now: now, isRehearsal: false, report: { _ in }) {
            replayed.append($0)
        }
        return replayed
    }

    private func counts(_ replayed: [Passes.Replayed]) -> [DeliveryCounts] {
        replayed.compactMap { if case .rows(let outcome) = $0 { outcome.counts } else { nil } }
    }

    private func fates(_ house: House) async throws -> [String] {
        try await house.texts(
            "SELECT concat_ws(' ', line, settlement, settled_by, reason) FROM docket.rejection ORDER BY part, byte_from"
        )
    }

    @Test("a row the settings now know as a footer is no row any more, and settled so")
    func footer() async throws {
        let house = try await house()
        try await deliver("JC01,1,2025-03-03 21:10:00,45,\n合计,1,,,\n", to: house)
        let replayed = try await replay(house) { feed in
            guard case .csv(var dialect) = feed.format else { return }
            dialect.layout.skippedRows = ["合计*"]
            feed.format = .csv(dialect)
        }
        #expect(counts(replayed) == [DeliveryCounts(stored: 0, revised: 0, unchanged: 0, rejected: 0)])
        #expect(try await fates(house) == ["3 no_row li.wei missing"])
        #expect(try await house.texts("SELECT no_row::text FROM docket.replay") == ["1"])
    }

    private static func quoting(_ quote: UInt8?) -> (inout FeedDefinition) -> Void {
        { feed in
            guard case .csv(var dialect) = feed.format else { return }
            dialect.quote = quote
            feed.format = .csv(dialect)
        }
    }

    @Test("lines that are one row by the mended quotes become one record, and all of them are settled")
    func quotes() async throws {
        let house = try await house(Self.quoting(nil))
        let rows = "JC01,,1,2025-03-03 21:10:00,45\nJC01,\"桥头\n北侧\",2,2025-03-03 21:20:00,45\n"
        try house.folder.write(
            "device,place,record_no,tested_at,alcohol\n" + rows,
            to: "in/breath_test/x_20250304080000.csv"
        )
        try await house.intake("breath_test", now: now)
        #expect(try await fates(house) == ["3 field_count", "4 field_count"])
        let replayed = try await replay(house, mended: Self.quoting(UInt8(ascii: "\"")))
        #expect(counts(replayed) == [DeliveryCounts(stored: 1, revised: 0, unchanged: 0, rejected: 0)])
        #expect(try await fates(house) == ["3 replayed li.wei field_count", "4 replayed li.wei field_count"])
        let lineage = "SELECT concat_ws(' ', line, byte_length, replace(place, E'\\n', '/')) FROM docket.breath_test"
        #expect(try await house.texts(lineage + " WHERE record_no = 2") == ["3 46 桥头/北侧"])
    }

    @Test("a line that by the mended quotes belongs to a row taken before stays open")
    func covered() async throws {
        let house = try await house(Self.quoting(nil))
        try await deliver("JC01,2,2025-03-03 21:20:00,45,\"桥头\n北侧\"\n", to: house)
        #expect(try await fates(house) == ["3 field_count"])
        let replayed = try await replay(house, mended: Self.quoting(UInt8(ascii: "\"")))
        #expect(counts(replayed) == [DeliveryCounts(stored: 0, revised: 0, unchanged: 0, rejected: 1)])
        #expect(try await fates(house) == ["3 shape"])
    }

    /// Times with slashes are known by now.
    private static func slashes(_ feed: inout FeedDefinition) {
        for index in feed.columns.indices where feed.columns[index].field == "tested_at" {
            feed.columns[index].formats.append("yyyy/M/d HH:mm")
        }
    }

    @Test("a row rejected again says the new reason, and what was said before is kept")
    func anotherReason() async throws {
        let house = try await house()
        try await deliver("JC01,1,2025/3/3 21:10,much,\n", to: house)
        #expect(try await fates(house) == ["2 time"])
        let replayed = try await replay(house, mended: Self.slashes)
        #expect(counts(replayed) == [DeliveryCounts(stored: 0, revised: 0, unchanged: 0, rejected: 1)])
        #expect(try await fates(house) == ["2 number"])
        #expect(
            try await house.texts("SELECT concat_ws(' ', replay, reason, column_name) FROM docket.rejection_before")
                == ["1 time tested_at"]
        )
        #expect(try await house.texts("SELECT number::text FROM docket.delivery WHERE holds_back") == ["1"])
    }

    @Test("what comes out is reviewed: the stop is found and its alert raised")
    func reviewed() async throws {
        let house = try await house()
        try await deliver("JC01,1,2025/3/3 21:10,132.5,\n", to: house)
        try await house.review(now: now)
        #expect(try await house.texts("SELECT key FROM docket.stop").isEmpty)
        let replayed = try await replay(house, mended: Self.slashes)
        #expect(counts(replayed) == [DeliveryCounts(stored: 1, revised: 0, unchanged: 0, rejected: 0)])
        #expect(try await house.texts("SELECT added::text FROM docket.touched") == ["1"])
        try await house.review(now: now)
        #expect(try await house.texts("SELECT key FROM docket.stop") == ["JC01|1"])
        let lineage = "SELECT concat_ws(' ', file_name, line, byte_from, byte_length) FROM docket.record_history"
        #expect(try await house.texts(lineage) == ["x_20250304080000.csv 2 41 29"])
    }

    @Test("a key for which it brings another row than was taken is disputed from then on")
    func disputed() async throws {
        let house = try await house()
        try await deliver("JC01,1,2025-03-03 21:10:00,45,\nJC01,1,2025/3/3 21:11,46,\n", to: house)
        let disputed = "SELECT disputed_keys::text FROM docket.delivery"
        #expect(try await house.texts(disputed) == ["0"])
        let replayed = try await replay(house, mended: Self.slashes)
        #expect(counts(replayed) == [DeliveryCounts(stored: 0, revised: 1, unchanged: 0, rejected: 0)])
        #expect(try await house.texts(disputed) == ["1"])
    }

    @Test("rows of a document on one line, alike to the last byte, stay apart")
    func alike() async throws {
        let house = try await house { feed in
            feed.key = .row
            feed.folder?.files = ["*"]
            feed.format = .json(JSONShape(layout: .document(path: [])))
        }
        let row = #"{"device":"JC01","record_no":1,"tested_at":"2025-03-03 21:10:00","alcohol":45,"place":"A"}"#
        let late = row.replacing("2025-03-03 21:10:00", with: "2025/3/3 21:10")
        try house.folder.write("[\(late),\(row),\(late),\(row)]", to: "in/breath_test/x_20250304080000.csv")
        try await house.intake("breath_test", now: now)
        #expect(try await house.texts("SELECT concat_ws(' ', stored, rejected) FROM docket.delivery") == ["2 2"])
        let replayed = try await replay(house, mended: Self.slashes)
        #expect(counts(replayed) == [DeliveryCounts(stored: 2, revised: 0, unchanged: 0, rejected: 0)])
        #expect(
            try await house.texts("SELECT right(key, 2) FROM docket.breath_test WHERE latest ORDER BY 1")
                == ["#1", "#2", "#3", "#4"]
        )
    }

    @Test("a delivery of a feed that is configured no more, or that cannot be read, stays as it is, and says why")
    func impossible() async throws {
        let house = try await house()
        try await deliver("JC01,1,2025/3/3 21:10,45,\n", to: house)
        let gone = try house.passes { $0.feeds = [] }
        var told: [String] = []
        try await gone.replay(RejectionFilter(), by: "x", now: now, isRehearsal: false, report: { _ in }) {
            if case .failed(1, "breath_test", let why) = $0 { told.append(why) }
        }
        for replayed in try await replay(house, mended: { $0.columns[0].columns = ["设备"] }) {
            if case .failed(1, "breath_test", let why) = replayed { told.append(why) }
        }
        #expect(told.count == 2)
        #expect(told.first?.contains("the feed is not configured any more") == true)
        #expect(told.last?.contains("缺少列 / columns are missing: 设备") == true, "\(told)")
        #expect(try await fates(house) == ["2 time"])
        #expect(try await house.texts("SELECT number::text FROM docket.replay").isEmpty)
    }
}
