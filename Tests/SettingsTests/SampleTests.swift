import FoundationEssentials
import Model
import Settings
import Testing

@Suite("A sound configuration")
struct SampleTests {
    @Test("is read in full")
    func main() throws {
        let folder = try SampleFolder()
        let configuration = try folder.load()
        #expect(configuration.database.isEmpty)
        #expect(configuration.stateDirectory == "/var/lib/docket")
        #expect(configuration.language == .chinese)
        #expect(configuration.pollSeconds == 30)
        #expect(configuration.reviewSeconds == 120)
        #expect(configuration.digestMinute == 485)
        #expect(configuration.retrospectiveDays == 30)
        #expect(configuration.regions == [RegionName(code: 430800, nameChinese: "支队", nameEnglish: "Detachment")])
        #expect(configuration.units.map(\.code) == ["430821000000"])
    }

    @Test("takes relative paths from the folder of the main file")
    func paths() throws {
        let folder = try SampleFolder()
        let configuration = try folder.load()
        #expect(configuration.pepperFile == folder.path + "/id-pepper")
        #expect(configuration.feeds.map(\.folder?.path) == [folder.path + "/in/tests"])
    }

    @Test("prefers the pepper among systemd's credentials, where there is one")
    func pepper() throws {
        let folder = try SampleFolder()
        #expect(try folder.load(credentials: folder.path).pepperFile == folder.path + "/id-pepper")
        #expect(try folder.load(credentials: folder.path + "/feeds").pepperFile == folder.path + "/id-pepper")
        try folder.write("feeds/id-pepper", "secret")
        #expect(try folder.load(credentials: folder.path + "/feeds").pepperFile == folder.path + "/feeds/id-pepper")
    }

    @Test(
        "describes where a feed of JSON has its rows",
        arguments: [
            ("{ layout: document, rows: data.list }", JSONShape.Layout.document(path: ["data", "list"])),
            ("{ layout: document }", .document(path: [])), ("{ layout: lines }", .lines),
        ]
    )
    func json(text: String, layout: JSONShape.Layout) throws {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", "csv: { encoding: gb18030, delimiter: \",\" }", "json: " + text)
        #expect(try folder.load().feeds.first?.format == .json(JSONShape(layout: layout)))
    }

    @Test("describes a feed as its file says, with the defaults of what it leaves out")
    func feed() throws {
        let feed = try #require(try SampleFolder().load().feeds.first)
        #expect(feed.kind == .breathTest)
        #expect(feed.folder?.settleSeconds == 5)
        #expect(feed.allowedRejections == 0)
        #expect(feed.unknownColumns == .refuse)
        #expect(feed.key == .fields(["device", "record_no"]))
        #expect(
            feed.format
                == .csv(
                    CSVDialect(encoding: .gb18030, delimiter: 0x2C, quote: 0x22, layout: TableLayout(heading: .row(1)))
                )
        )
        #expect(feed.exportTime?.pattern == #"_(\d{14})\.csv$"#)
        #expect(feed.columns.map(\.field) == ["device", "record_no", "tested_at", "alcohol", "mode", "plate"])
        #expect(
            feed.columns[4]
                == ColumnMapping(
                    field: "mode",
                    columns: ["测试模式"],
                    values: ["主动": "active", "被动": "passive"],
                    otherwise: "active"
                )
        )
        #expect(feed.columns[5].absent == ["无", "未悬挂"])
    }

    @Test("describes a check, versioned by the bytes of its file")
    func check() throws {
        let check = try #require(try SampleFolder().load().checks.first)
        #expect(check.clock == "ADM_ACCEPT")
        #expect(check.parameters == ["floor": .integer(80)])
        #expect(check.examples.map(\.name) == ["fires", "stays silent"])
        #expect(
            check.examples[0].expected == [ExpectedFinding(subject: "JC01|17", state: .violated, severity: .critical)]
        )
        #expect(check.examples[1].completeUntil == [.caseFile: check.examples[1].asOf.adding(seconds: -26 * 3600)])
        // sha256sum of the sample, by coreutils.
        #expect(check.version == "1f299618a6caaeb06692b10c22214391ec33d71bf196b945b5c9c889460f78d3")
    }

    @Test("has a fingerprint that follows checks, law, units and whom feeds serve, and nothing else")
    func fingerprint() throws {
        let folder = try SampleFolder()
        let first = try folder.load().fingerprint
        try folder.spoil("docket.yaml", "poll: 30s", "poll: 31s")
        try folder.spoil("feeds/tests.yaml", "files: [\"*.csv\"]", "files: [\"*.txt\"]")
        #expect(try folder.load().fingerprint == first)
        let changes = [
            ("checks/drunk-no-case.yaml", "floor: 80", "floor: 81"),
            ("law/matching.yaml", "join_gap: 10s", "join_gap: 11s"),
            ("law/clocks.yaml", "hours: 24", "hours: 25"),
            ("units.yaml", "Cili", "Sangzhi"),
            ("feeds/tests.yaml", "serves: [\"4308\"]", "serves: [\"430821\"]"),
        ]
        var seen: Set = [first]
        for (file, old, new) in changes {
            try folder.spoil(file, old, new)
            #expect(seen.insert(try folder.load().fingerprint).inserted, "\(file)")
        }
    }
}
