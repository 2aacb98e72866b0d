import Feeds
import Model
import Settings
import TestSupport
import Testing

@Suite("A row becomes a record as the feed says")
struct RowMapperTests {
    private static let device = ColumnMapping(field: "device", columns: ["设备"])
    private static let testedAt = ColumnMapping(field: "tested_at", columns: ["时间"])

    private func feed(_ columns: [ColumnMapping], key: FeedDefinition.KeyRule = .row) -> FeedDefinition {
        .example(key: key, columns: [Self.device, Self.testedAt] + columns, unknown: .ignore)
    }

    /// The only record of a file with these further columns and cells.
    private func record(
        _ columns: [ColumnMapping],
        _ header: String,
        _ cells: String,
        key: FeedDefinition.KeyRule = .row
    ) throws -> MappedRow {
        let rows = try map("设备,时间,\(header)\nA1,2026-01-02 08:00:00,\(cells)\n", feed(columns, key: key))
        return try #require(rows.first).get()
    }

    private func rejection(_ columns: [ColumnMapping], _ header: String, _ cells: String) throws -> RowRejection? {
        let rows = try map("设备,时间,\(header)\nA1,2026-01-02 08:00:00,\(cells)\n", feed(columns))
        guard case .failure(let rejection) = try #require(rows.first) else { return nil }
        return rejection
    }

    @Test("every type of field is normalised")
    func types() throws {
        let row = try record(
            [
                ColumnMapping(field: "record_no", columns: ["号"]),
                ColumnMapping(field: "alcohol", columns: ["值"], unit: "mg/100mL"),
                ColumnMapping(field: "mode", columns: ["式"], values: ["主动": "active"]),
                ColumnMapping(field: "signed", columns: ["签"]),
                ColumnMapping(field: "unit", columns: ["单位"]),
                ColumnMapping(field: "officer", columns: ["警号"]),
                ColumnMapping(field: "person_name", columns: ["姓名"]),
                ColumnMapping(field: "person_id", columns: ["证"]),
                ColumnMapping(field: "plate", columns: ["牌"]),
            ],
            "号,值,式,签,单位,警号,姓名,证,牌",
            "0012,83.5,主动,是,430802,012345,张 三,11010519491231002x,湘G·12O45",
            key: .fields(["device", "record_no", "tested_at"])
        )
        #expect(
            row.values == [
                "device": "A1", "tested_at": "2026-01-02T00:00:00Z", "record_no": "12", "alcohol": "8350",
                "mode": "active", "signed": "1", "unit": "430802000000", "officer": "012345",
                "person_name": "张三 张*", "person_id": "11010519491231002X 110105********002X",
                "plate": "湘G12045 湘G***45",
            ]
        )
        #expect(row.key == "A1|12|2026-01-02T00:00:00Z")
        #expect(row.alcoholRaw == "83.5 mg/100mL")
        #expect(row.defects.isEmpty)
    }

    @Test("values come first, then absent, then otherwise, and an empty text is no value")
    func order() throws {
        let mode = ColumnMapping(
            field: "mode",
            columns: ["式"],
            values: ["被": "passive", "": "demo", "略": ""],
            otherwise: "active",
            absent: ["无"]
        )
        #expect(try record([mode], "式,x", "被,").values["mode"] == "passive")
        #expect(try record([mode], "式,x", "别的,").values["mode"] == "active")
        #expect(try record([mode], "式,x", "无,").values["mode"] == nil)
        #expect(try record([mode], "式,x", " ,").values["mode"] == "demo")
        #expect(try record([mode], "式,x", "略,").values["mode"] == nil)
        let place = ColumnMapping(field: "place", columns: ["式"], otherwise: "elsewhere")
        #expect(try record([place], "式,x", "\u{3000},").values["place"] == nil)
    }

    @Test("a constant stands for every row, and several columns are joined by one space")
    func constantsAndJoins() throws {
        let unit = ColumnMapping(field: "unit", columns: [], constant: "430802000000")
        let place = ColumnMapping(field: "place", columns: ["b", "a", "c"])
        let row = try record([unit, place], "a,b,c", " x , y ,\t")
        #expect(row.values["unit"] == "430802000000")
        #expect(row.values["place"] == "y x")
    }

    @Test("a column may hold times of several forms; one that two forms read as two times is refused")
    func severalForms() throws {
        let time = ColumnMapping(
            field: "tested_at",
            columns: ["at"],
            formats: [
                "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm", "yyyyMMddHHmmss", "yyyy年M月d日 H时m分", "d/M/yyyy", "M/d/yyyy",
            ],
            zone: "Asia/Shanghai"
        )
        let feed = FeedDefinition.example(key: .row, columns: [ColumnMapping(field: "device", columns: ["d"]), time])
        let texts = [
            "2026-01-03 07:05:00", "2026/1/3 7:05", "20260103070500", "2026年1月3日 7时5分", "13/1/2026", "3/3/2026",
            "3/1/2026",
            "2026.1.3",
        ]
        let rows = try map("d,at\n" + texts.map { "A,\($0)\n" }.joined(), feed)
        let times = rows.map { (try? $0.get())?.values["tested_at"] }
        #expect(times.prefix(4).allSatisfy { $0 == "2026-01-02T23:05:00Z" })
        #expect(times[4...] == ["2026-01-12T16:00:00Z", "2026-03-02T16:00:00Z", nil, nil])
        guard case .failure(let ambiguous) = rows[6], case .failure(let other) = rows[7] else { throw Missing() }
        #expect(ambiguous.reason == .time && ambiguous.explanation.contains("reads as two times"))
        #expect(other.reason == .time && other.explanation.contains("no time of the form"))
    }

    @Test("times are read from several columns in the source's own zone")
    func joinedTime() throws {
        let time = ColumnMapping(
            field: "tested_at",
            columns: ["year", "month", "day", "hour"],
            formats: ["yyyy M d H"],
            zone: "-06:00"
        )
        let feed = FeedDefinition.example(key: .row, columns: [ColumnMapping(field: "device", columns: ["d"]), time])
        let rows = try map("d,year,month,day,hour\nA,2017,12,7,1\nA,2017,13,7,1\n", feed)
        #expect(try rows[0].get().values["tested_at"] == "2017-12-07T07:00:00Z")
        guard case .failure(let rejection) = rows[1] else { throw Missing() }
        #expect(rejection.reason == .time)
        #expect(rejection.column == "year + month + day + hour")
        #expect(rejection.line == 3)
        #expect(rejection.byteOffset == 36)
    }

    @Test("what spreadsheets put around a value is taken off")
    func artefacts() throws {
        let place = ColumnMapping(field: "place", columns: ["p"])
        #expect(try record([place], "p", "'0012").values["place"] == "0012")
        #expect(try record([place], "p", "=\"0012\"").values["place"] == "0012")
        #expect(try record([place], "p", "\"=\"\" 0012 \"\"\"").values["place"] == "0012")
        #expect(try record([place], "p", "\u{3000} x y \t\u{3000}").values["place"] == "x y")
        #expect(try record([place], "p", "'-0012").values["place"] == "-0012")
        #expect(try record([place], "p", "' OR 1=1").values["place"] == "' OR 1=1")
        #expect(try record([place], "p", "'").values["place"] == "'")
        #expect(try record([place], "p", "=").values["place"] == "=")
    }

    @Test("alcohol is converted by the law of the day of its test, and kept as it was written")
    func alcohol() throws {
        let columns = [
            ColumnMapping(field: "alcohol", columns: ["a"], unit: "mg/L"),
            ColumnMapping(field: "alcohol_second", columns: ["b"], unit: "g/210L"),
        ]
        let feed = feed(columns)
        let rows = try map(
            "设备,时间,a,b\nA,2025-12-31 23:59:59,0.5,0.12100000000000001\nA,2026-01-01 00:00:00,0.5,0.12\n",
            feed
        )
        #expect(try rows[0].get().values["alcohol"] == "10000")
        #expect(try rows[0].get().values["alcohol_second"] == "12100")
        #expect(try rows[0].get().alcoholRaw == "0.5 mg/L")
        #expect(try rows[1].get().values["alcohol"] == "11000")
        #expect(
            try record(Array(columns.suffix(1)), "b", "0.12100000000000001").alcoholRaw == "0.12100000000000001 g/210L"
        )
    }

    @Test("each kind of unfit value is refused by its own reason, with its column")
    func rejections() throws {
        func reason(_ column: ColumnMapping, _ cell: String) throws -> RowRejection.Reason? {
            let rejection = try rejection([column], "x", cell)
            #expect(rejection == nil || rejection?.column == "x")
            return rejection?.reason
        }
        let alcohol = ColumnMapping(field: "alcohol", columns: ["x"], unit: "mg/100mL")
        #expect(try reason(alcohol, "441") == .alcoholRange)
        #expect(try reason(alcohol, "-1") == .alcoholRange)
        #expect(try reason(alcohol, "abc") == .number)
        #expect(try reason(alcohol, "440") == nil)
        #expect(try reason(ColumnMapping(field: "record_no", columns: ["x"]), "1.5") == .number)
        #expect(try reason(ColumnMapping(field: "record_no", columns: ["x"]), "99999999999999999999") == .number)
        #expect(try reason(ColumnMapping(field: "mode", columns: ["x"]), "walking") == .choice)
        #expect(try reason(ColumnMapping(field: "signed", columns: ["x"]), "maybe") == .choice)
        #expect(try reason(ColumnMapping(field: "uploaded_at", columns: ["x"]), "yesterday") == .time)
        #expect(try reason(ColumnMapping(field: "place", columns: ["x"]), "a\u{1B}[31m") == .binary)
    }

    @Test("text that is not of the declared set is refused")
    func encoding() throws {
        var bytes = Array("设备,时间,x\nA,2026-01-02 08:00:00,".utf8)
        bytes += [0xC9, 0xE8, 0x0A]
        let rows = try map(bytes, feed([ColumnMapping(field: "place", columns: ["x"])]))
        guard case .failure(let rejection) = try #require(rows.first) else { throw Missing() }
        #expect(rejection.reason == .encoding)
    }

    @Test("GB18030 gives the same records as UTF-8")
    func gb18030() throws {
        let text = "设备,时间,姓名,地点\nA1,2026-01-02 08:00:00,张 三,\"子午路\"\"口\"\"\u{3000}\"\n"
        var feed = feed([
            ColumnMapping(field: "person_name", columns: ["姓名"]), ColumnMapping(field: "place", columns: ["地点"]),
        ])
        let expected = try map(text, feed).map { try $0.get() }
        feed.format = .csv(.plain(encoding: .gb18030))
        #expect(try map(encoded(text, to: "GB18030"), feed).map { try $0.get() } == expected)
        #expect(expected.first?.values["place"] == "子午路\"口\"")
    }

    @Test("a value its source masked is shown and not matched, and a failed check is kept with its defect")
    func defects() throws {
        let columns = [
            ColumnMapping(field: "person_id", columns: ["证"]), ColumnMapping(field: "plate", columns: ["牌"]),
        ]
        let row = try record(columns, "证,牌", "430802********0013,未悬挂")
        #expect(row.values["person_id"] == " 430802********0013")
        #expect(row.defects == ["person_id": .masked])
        #expect(row.values["plate"] == nil)
        #expect(try record(columns, "证,牌", "110105194912310021,").defects == ["person_id": .checkDigit])
    }

    struct Missing: Error {}
}
