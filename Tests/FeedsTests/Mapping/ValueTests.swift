import Feeds
import Model
import Settings
import Testing

@Suite("Values are read as people write them, where the feed says how")
struct ValueTests {
    private static let base = [
        ColumnMapping(field: "device", columns: ["d"]),
        ColumnMapping(field: "tested_at", columns: [], constant: "2026-01-02 08:00:00"),
    ]

    /// What each of the texts becomes in the field, nil where there is no value, or the word of the rejection's reason.
    private func read(_ column: ColumnMapping, _ texts: [String], raw: Bool = false) throws -> [String?] {
        let columns = Self.base + [column]
        let feed = FeedDefinition.example(csv: .plain("\t", quote: nil), key: .row, columns: columns, unknown: .ignore)
        let rows = try map(
            "d\t" + column.columns.joined(separator: "\t") + "\n" + texts.map { "A\t\($0)\n" }.joined(),
            feed
        )
        return rows.map { row in
            switch row {
            case .success(let record): raw ? record.alcoholRaw : record.values[column.field]
            case .failure(let rejection): "!" + rejection.reason.rawValue
            }
        }
    }

    @Test("full-width digits and signs are read as half-width ones, but free text stays as it is")
    func fullWidth() throws {
        let number = ColumnMapping(field: "record_no", columns: ["x"])
        #expect(try read(number, ["１２", "１２．０", "十二"]) == ["12", "12", "!number"])
        let time = ColumnMapping(field: "uploaded_at", columns: ["x"], formats: ["yyyy/M/d H:mm"], zone: "+08:00")
        #expect(try read(time, ["２０２６／１／３\u{3000}７：０５", "２０２６年"]) == ["2026-01-02T23:05:00Z", "!time"])
        #expect(try read(ColumnMapping(field: "signed", columns: ["x"]), ["１", "Ｎ"]) == ["1", "0"])
        let mode = ColumnMapping(field: "mode", columns: ["x"], values: ["1": "active"], absent: ["-"])
        #expect(try read(mode, ["１", "－", "２", "ｄｅｍｏ"]) == ["active", nil, "!choice", "demo"])
        #expect(try read(ColumnMapping(field: "unit", columns: ["x"]), ["４３０８０２"]) == ["430802000000"])
        #expect(try read(ColumnMapping(field: "place", columns: ["x"]), ["１号路口（北）"]) == ["１号路口（北）"])
    }

    @Test("marks within numbers, and what stands behind them, count as declared")
    func numbers() throws {
        let grouped = ColumnMapping(
            field: "record_no",
            columns: ["x"],
            numbers: NumberForm(grouping: UInt8(ascii: ","))
        )
        #expect(try read(grouped, ["1,234", "12,34", "1234"]) == ["1234", "!number", "1234"])
        let percent = ColumnMapping(field: "record_no", columns: ["x"], suffixes: ["%", "分"], scale: 10)
        #expect(
            try read(percent, ["93.5%", "93.5 ％", "93.5", "9 分", "9‰", "%"]) == [
                "935", "935", "935", "90", "!number", "!number",
            ]
        )
        let comma = ColumnMapping(
            field: "alcohol",
            columns: ["x"],
            unit: "mg/100mL",
            numbers: NumberForm(decimal: UInt8(ascii: ","))
        )
        #expect(try read(comma, ["58,25", "58.25", "0,125"]) == ["5825", "!number", "12"])
    }

    @Test("a unit behind the number must be the declared one")
    func declaredUnit() throws {
        let column = ColumnMapping(field: "alcohol", columns: ["x"], unit: "mg/100mL")
        let texts = ["58 mg/100mL", "58MG/100ML", "58", "58 mg/L", "58 apples", "mg/100mL", "５８"]
        #expect(try read(column, texts) == ["5800", "5800", "5800", "!number", "!number", "!number", "5800"])
        #expect(try read(column, ["58 mg/100mL", "58"], raw: true) == ["58 mg/100mL", "58 mg/100mL"])
        let suffixed = ColumnMapping(field: "alcohol", columns: ["x"], unit: "g/210L", suffixes: ["%"])
        #expect(try read(suffixed, ["0.058%", "0.058"]) == ["5800", "5800"])
        #expect(try read(suffixed, ["0.058%"], raw: true) == ["0.058% g/210L"])
    }

    @Test("where each cell names its unit, it must be one of the law's, and is converted by it")
    func unitInText() throws {
        let column = ColumnMapping(field: "alcohol", columns: ["x"], unit: ColumnMapping.unitInText)
        let texts = ["58 mg/100mL", "0.5mg/L", "0.12 g/210L", "58", "58 percent", "-1 mg/L", "450 mg/100mL", ""]
        #expect(
            try read(column, texts)
                == ["5800", "11000", "12000", "!number", "!number", "!alcohol_range", "!alcohol_range", nil]
        )
        #expect(try read(column, ["0.5mg/L"], raw: true) == ["0.5mg/L"])
    }

    @Test("what `values` does not name is refused where the feed says so")
    func unknownValues() throws {
        let strict = ColumnMapping(
            field: "place",
            columns: ["x"],
            values: ["1": "北门"],
            refusesUnknown: true,
            absent: ["0"]
        )
        #expect(try read(strict, ["1", "2", "0", ""]) == ["北门", "!choice", nil, nil])
        let lax = ColumnMapping(field: "place", columns: ["x"], values: ["1": "北门"])
        #expect(try read(lax, ["1", "2"]) == ["北门", "2"])
    }

    @Test("several columns become one by a joiner, or by the first that says something")
    func gathering() throws {
        let joined = ColumnMapping(
            field: "uploaded_at",
            columns: ["x", "y"],
            gathering: .joined(by: "T"),
            formats: ["iso-8601"],
            zone: "+08:00"
        )
        #expect(
            try read(joined, ["2026-01-03\t07:05", "2026-01-03\t"]) == ["2026-01-02T23:05:00Z", "2026-01-02T16:00:00Z"]
        )
        let close = ColumnMapping(field: "place", columns: ["x", "y", "z"], gathering: .joined(by: ""))
        #expect(try read(close, ["a\t\tc"]) == ["ac"])
        let first = ColumnMapping(field: "place", columns: ["x", "y"], gathering: .first, absent: ["无"])
        #expect(try read(first, ["a\tb", " \tb", "无\tb", "无\t无", "\t"]) == ["a", "b", "b", nil, nil])
    }

    @Test("a pattern takes a value out of a longer text")
    func pattern() throws {
        let column = ColumnMapping(
            field: "uploaded_at",
            columns: ["x"],
            formats: ["R/M/d"],
            zone: "+08:00",
            pattern: #"^(\d+/\d+/\d+)"#,
            absent: ["专案"]
        )
        let texts = ["105/02/18提起訴願", "专案", "", "提起訴願", "105/2/30提起"]
        #expect(try read(column, texts) == ["2016-02-17T16:00:00Z", nil, nil, "!shape", "!time"])
        let optional = ColumnMapping(field: "place", columns: ["x"], pattern: #"^\w+(?:\((.*)\))?"#)
        #expect(try read(optional, ["甲( 北门 )", "甲"]) == ["北门", nil])
    }

    @Test("of several columns the first counts that fits the pattern, and where none does, the first is shown")
    func firstThatFits() throws {
        let day = ColumnMapping(
            field: "uploaded_at",
            columns: ["x", "y"],
            gathering: .first,
            formats: ["R/M/d"],
            zone: "Asia/Taipei",
            pattern: #"^(\d+/\d+/\d+)$"#,
            absent: ["無"]
        )
        let texts = [
            "104.12\t104/12/07", "104/12/07\t105/1/8", "無\t104/12/07", "104.12\t", "104.12\t無", "\t", "104.12\t號",
        ]
        #expect(
            try read(day, texts) == [
                "2015-12-06T16:00:00Z", "2015-12-06T16:00:00Z", "2015-12-06T16:00:00Z", "!shape", "!shape", nil,
                "!shape",
            ]
        )
    }

    @Test("an exponent is read where a program writes the numbers, and only there")
    func exponents() throws {
        #expect(try read(ColumnMapping(field: "record_no", columns: ["x"]), ["1e3"]) == ["!number"])
        let feed = FeedDefinition.example(
            key: .row,
            columns: Self.base + [ColumnMapping(field: "record_no", columns: ["x"])],
            unknown: .ignore
        )
        #expect(
            try mapJSON(#"[{"d":"A","x":1e3},{"d":"A","x":12.0},{"d":"A","x":1.5}]"#, feed) == [
                "1000", "12", "!number",
            ]
        )
    }

    /// What becomes of field `record_no` in the rows of a document.
    private func mapJSON(_ text: String, _ feed: FeedDefinition) throws -> [String?] {
        let shape = JSONShape(layout: .document(path: []))
        var feed = feed
        feed.format = .json(shape)
        let file = UnnamedFile(text)
        var reader = JSONReader(reading: FileSource(file.descriptor), shape: shape, feed: feed)
        var mapper = try RowMapper(feed: feed, law: .example, header: try reader.readHeader())
        var draft = RecordDraft(kind: feed.kind)
        var read: [String?] = []
        while case .row = try reader.next() {
            do throws(RowRejection) {
                try reader.withRow { (_, row, cells) throws(RowRejection) in
                    try mapper.map(row, fields: cells, at: reader.place, into: &draft)
                }
                read.append(MappedRow(draft, kind: feed.kind).values["record_no"])
            } catch {
                read.append("!" + error.reason.rawValue)
            }
        }
        return read
    }
}
