import Feeds
import Model
import Settings
import Testing

@Suite("A header must fit its feed")
struct HeaderFitTests {
    private let columns = [
        ColumnMapping(field: "device", columns: ["设备"]), ColumnMapping(field: "tested_at", columns: ["时间"]),
    ]

    private func refusal(_ header: String, _ feed: FeedDefinition) -> UnreadableDelivery? {
        do {
            _ = try map(header + "\n", feed)
            return nil
        } catch {
            return error as? UnreadableDelivery
        }
    }

    @Test("columns the feed maps and the file lacks are all named")
    func missing() {
        let fault = refusal("时间点,x", .example(key: .row, columns: columns))
        #expect(fault?.cause == .missingColumns)
        #expect(fault?.explanation.contains("设备, 时间") == true)
        #expect(fault?.line == 1)
    }

    @Test("columns the feed does not know are refused or ignored, as it says")
    func unknown() {
        let header = "新,设备,时间,备注,旧"
        let strict = FeedDefinition.example(key: .row, columns: columns, ignored: ["备注"])
        #expect(refusal(header, strict)?.cause == .unknownColumns)
        #expect(refusal(header, strict)?.explanation.contains("新, 旧") == true)
        #expect(refusal(header, .example(key: .row, columns: columns, unknown: .ignore)) == nil)
    }

    @Test("a definition that fits neither law nor kind is refused before any row")
    func definition() {
        let cases: [ColumnMapping] = [
            ColumnMapping(field: "nothing", columns: ["x"]),
            ColumnMapping(field: "alcohol", columns: ["x"]),
            ColumnMapping(field: "alcohol", columns: ["x"], unit: "pint"),
            ColumnMapping(field: "uploaded_at", columns: ["x"], formats: ["qqqq"]),
            ColumnMapping(field: "uploaded_at", columns: ["x"], zone: "Moon/Tycho"),
            ColumnMapping(field: "device", columns: ["x"]),
        ]
        for mapping in cases {
            let feed = FeedDefinition.example(key: .row, columns: columns + [mapping])
            #expect(refusal("设备,时间,x", feed)?.cause == .definition, "\(mapping)")
        }
        let personal = FeedDefinition.example(key: .fields(["plate"]), columns: columns)
        #expect(refusal("设备,时间", personal)?.cause == .definition)
    }
}
