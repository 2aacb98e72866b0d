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

    @Test("a column that was renamed is not told as a trouble of the character set, and its new name is shown")
    func renamed() {
        for encoding in [TextEncoding.utf8, .gb18030] {
            var feed = FeedDefinition.example(key: .row, columns: columns)
            feed.format = .csv(.plain(encoding: encoding))
            let header = encoding == .utf8 ? Array("设备,检测时刻\n".utf8) : [0xC9, 0xE8, 0xB1, 0xB8, 0x2C, 0x61, 0x74, 10]
            let fault = #expect(throws: UnreadableDelivery.self) { try map(header, feed) }
            #expect(fault?.cause == .missingColumns)
            let (told, name) = (fault?.description ?? "-", encoding == .utf8 ? "检测时刻" : "at")
            #expect(told.contains(name) && told.contains("give a renamed column its new name"), "\(told)")
        }
    }

    @Test("names in UTF-8 where another set is declared are told as that")
    func otherEncoding() {
        var feed = FeedDefinition.example(key: .row, columns: columns)
        feed.format = .csv(.plain(encoding: .gb18030))
        let fault = #expect(throws: UnreadableDelivery.self) { try map(Array("设备1,时间\n".utf8), feed) }
        #expect(fault?.remedy.contains("csv.encoding") == true, "\(fault?.description ?? "-")")
    }

    @Test("a row of names nothing parts is told as a trouble of the delimiter; where no name fits, none of it is shown")
    func unparted() {
        let fault = refusal("设备;时间", .example(key: .row, columns: columns))
        #expect(fault?.remedy.contains("csv.delimiter") == true)
        let people = refusal("张三丰,男", .example(key: .row, columns: columns))
        #expect(people?.explanation.contains("张三丰") == false)
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
