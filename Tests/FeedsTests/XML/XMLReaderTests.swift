import Feeds
import Model
import Settings
import TestSupport
import Testing

@Suite("XML is read row by row")
struct XMLReaderTests {
    private func texts(_ bytes: [UInt8], _ entries: [ReadEntry]) -> [String] {
        entries.map { String(decoding: bytes[Int($0.range.lowerBound)..<Int($0.range.upperBound)], as: UTF8.self) }
    }

    @Test("elements, attributes, elements within, CDATA, XML's own entities, and what is missing")
    func values() throws {
        let text = """
            <?xml version="1.0"?>
            <export><row id="7"><no>1.50</no><at>a &lt;&amp;&#x6e58;</at><car kind="大"><plate>湘G1</plate></car></row>
            <row><at><![CDATA[<x>&amp;]]> b</at><note><deep>left out</deep></note></row><row/></export>
            """
        #expect(
            try readXML(text).map(\.summary) == [
                ["1.50", "a <&湘", "湘G1", "大", "7"], ["", "<x>&amp; b", "", "", ""], ["", "", "", "", ""],
            ]
        )
    }

    @Test("each row leads back to its line and bytes")
    func places() throws {
        let text = "<export>\n  <row><no>1</no></row>\n  <row\n id='2'/>\n<row><no>3</no>\n</row></export>\n"
        let rows = try readXML(text)
        #expect(rows.map(\.line) == [2, 3, 5])
        #expect(
            texts(Array(text.utf8), rows) == ["<row><no>1</no></row>", "<row\n id='2'/>", "<row><no>3</no>\n</row>"]
        )
    }

    @Test("names count without their prefixes; what speaks of the document itself is no column")
    func namespaces() throws {
        let text = """
            <x:export xmlns:x="urn:a" xmlns="urn:b"><x:row xmlns:y="urn:c" xml:lang="zh" y:id="4">
            <y:no xmlns:xsi="urn:d" xsi:type="int">2</y:no></x:row></x:export>
            """
        #expect(try readXML(text).map(\.summary) == [["2", "", "", "", "4"]])
    }

    @Test("rows stand where the path leads, in every element of that name, and nowhere else")
    func path() throws {
        let text = """
            <all><row><no>0</no></row><data><row><no>1</no></row><total>2</total></data>
            <more><data><row><no>9</no></row></data></more><data><row><no>2</no></row></data></all>
            """
        #expect(try readXML(text, rows: ["all", "data", "row"]).map(\.summary.first) == ["1", "2"])
        #expect(try readXML("<all><data/></all>", rows: ["all", "data", "row"]).isEmpty)
        #expect(try readXML("<all><data>\n</data></all>", rows: ["all", "data", "row"]).isEmpty)
        #expect(try readXML("<row id='1'/>", rows: ["row"]).map(\.summary.last) == ["1"])
    }

    @Test(
        "a document that has something else in the rows' place, or no such place, is refused",
        arguments: ["<all/>", "<all><data><record/></data></all>", "<data><row/></data>", "<all><row/></all>"]
    )
    func noRows(text: String) {
        let error = #expect(throws: UnreadableDelivery.self) { try readXML(text, rows: ["all", "data", "row"]) }
        #expect(error?.cause == .headerMissing)
    }

    @Test("what is unknown, no single value, or stands twice costs its row, whose bytes are shown")
    func shapes() throws {
        let text = """
            <export><row><no>1</no><no>2</no></row><row><no><b>1</b></no></row><row><new>1</new></row>\
            <row more="1"/><row>text<no>1</no></row><row><car>x<plate>y</plate></car></row><row><no>5</no></row></export>
            """
        let rows = try readXML(text)
        #expect(
            rows.map(\.summary.first) == [
                "!duplicate", "!shape", "!unknown_column", "!unknown_column", "!shape", "!shape", "5",
            ]
        )
        for entry in rows {
            guard case .rejected(_, let raw) = entry else { continue }
            #expect(texts(Array(text.utf8), [entry]) == [String(decoding: raw, as: UTF8.self)])
        }
        #expect(
            try readXML(text, unknown: .ignore).map(\.summary.first) == ["!duplicate", "!shape", "", "", "1", "", "5"]
        )
    }

    @Test(
        "a document that breaks is refused whole, with its line",
        arguments: [
            ("<export><row></export>", 1), ("<export>\n<row><no>1</no></row>", 2), ("<export>\n&more;</export>", 2),
            ("<export/>\n<export/>", 2), ("<export a=1/>", 1), ("<export><row>\u{1}</row></export>", 1), ("text", 1),
        ]
    )
    func broken(text: String, line: Int64) {
        let error = #expect(throws: UnreadableDelivery.self) { try readXML(text) }
        #expect(error?.cause == .syntax)
        #expect(error?.line == line)
    }

    @Test("other files are told by what they are")
    func otherFiles() {
        #expect(#expect(throws: UnreadableDelivery.self) { try readXML("") }?.cause == .empty)
        let zip = #expect(throws: UnreadableDelivery.self) { try readXML(ZIPBytes([("a", "b")]).file) }
        #expect(zip?.cause == .otherFormat)
    }

    @Test(
        "UTF-8 with a mark, UTF-16 both ways, GB18030 as the document declares it",
        arguments: ["GB18030", "gbk", "GB2312"]
    )
    func encodings(chinese: String) throws {
        let body = "<export><row id=\"1\"><no>湘雨</no></row>\n<row><no>二</no><no/></row></export>"
        let expected = [["湘雨", "", "", "", "1"], ["!duplicate"]]
        #expect(try readXML([0xEF, 0xBB, 0xBF] + Array(body.utf8)).map(\.summary) == expected)
        for (name, mark) in [("UTF-16LE", [UInt8](arrayLiteral: 0xFF, 0xFE)), ("UTF-16BE", [0xFE, 0xFF])] {
            let bytes = mark + encoded(body, to: name)
            let rows = try readXML(bytes)
            #expect(rows.map(\.summary) == expected)
            #expect(
                Array(bytes[Int(rows[1].range.lowerBound)..<Int(rows[1].range.upperBound)])
                    == encoded("<row><no>二</no><no/></row>", to: name)
            )
        }
        let declared = "<?xml version='1.0' encoding='\(chinese)' standalone=\"yes\"?>\n" + body
        let rows = try readXML(encoded(declared, to: "GB18030"))
        #expect(rows.map(\.summary) == expected)
        #expect(rows.map(\.line) == [2, 3])
    }

    @Test("a character of GB18030 may lie across any border of the pieces read")
    func longChinese() throws {
        let rows = (0..<9000).map { "<row><no>\($0)䶮㑇湘</no></row>" }
        let text = "<?xml version=\"1.0\" encoding=\"gb18030\"?><export>" + rows.joined() + "</export>"
        for padding in 0..<4 {
            let entries = try readXML(encoded(text + String(repeating: " ", count: padding), to: "GB18030"))
            #expect(entries.count == 9000)
            #expect(entries.last?.summary.first == "8999䶮㑇湘")
        }
    }

    @Test("a document in a character set that is not known, or not the one it declares, is refused")
    func wrongEncodings() {
        let bodies: [[UInt8]] = [
            Array("<?xml version='1.0' encoding='big5'?><export/>".utf8),
            Array("<?xml version='1.0' encoding='gbk'?><export>\u{FFFF}</export>".utf8.map { $0 == 0xEF ? 0xFF : $0 }),
        ]
        for body in bodies {
            #expect(#expect(throws: UnreadableDelivery.self) { try readXML(body) }?.cause == .encoding)
        }
        #expect(throws: UnreadableDelivery.self) { try readXML(encoded("<export>湘</export>", to: "GB18030")) }
    }

    @Test("a row too long to be held is shown by its head, and the next one is read")
    func tooLong() throws {
        let limits = RowLimits(cell: 100, row: 1000, columns: 5)
        let long = "<row><no>" + String(repeating: "长", count: 400_000) + "</no></row>"
        let text = "<export><row><no>1</no></row>" + long + "<row><no>2</no><no/></row></export>"
        let rows = try readXML(text, limits: limits)
        #expect(rows.map(\.summary.first) == ["1", "!too_long", "!duplicate"])
        if case .rejected(let rejection, let raw) = rows[1] {
            #expect(rejection.byteLength == Int64(long.utf8.count))
            #expect(raw == Array(long.utf8.prefix(100)))
        }
        if case .rejected(_, let raw) = rows[2] {
            #expect(String(decoding: raw, as: UTF8.self) == "<row><no>2</no><no/></row>")
        }
    }
}
