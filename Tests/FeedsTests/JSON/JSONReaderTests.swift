import Feeds
import Model
import Settings
import Testing

@Suite("JSON is read row by row")
struct JSONReaderTests {
    @Test("an array of objects: text, numbers as they are written, flags, null and what is missing")
    func values() throws {
        let rows = try readJSON(#"[{"no":1.50,"at":"a","car":{"plate":"湘G1"}}, {"at":null,"no":true},{}]"#)
        #expect(rows.map(\.summary) == [["1.50", "a", "湘G1", ""], ["true", "", "", ""], ["", "", "", ""]])
    }

    @Test("each row leads back to its line and bytes")
    func places() throws {
        let text = "[\n  {\"no\": 1},\n  {\"no\":\n   2}\n]\n"
        let rows = try readJSON(text)
        #expect(rows.map(\.line) == [2, 3])
        let bytes = Array(text.utf8)
        #expect(
            rows.map { String(decoding: bytes[Int($0.range.lowerBound)..<Int($0.range.upperBound)], as: UTF8.self) }
                == ["{\"no\": 1}", "{\"no\":\n   2}"]
        )
    }

    @Test("the rows stand where the path leads, whatever lies beside it")
    func path() throws {
        let text = #"{"code":0,"data":{"page":[[]],"list":[{"no":"7"}],"more":{"list":[1]}},"end":"}]"}"#
        #expect(try readJSON(text, .document(path: ["data", "list"])).map(\.summary) == [["7", "", "", ""]])
        #expect(try readJSON("[]").isEmpty)
        #expect(try readJSON("{\"data\": [ ] }", .document(path: ["data"])).isEmpty)
    }

    @Test(
        "a document without its rows, or with two of them, is refused",
        arguments: [
            ("{}", UnreadableDelivery.Cause.headerMissing), ("{\"a\":[]}", .headerMissing), ("[]", .headerMissing),
            ("{\"data\":{}}", .headerMissing), ("7", .headerMissing), ("{\"data\":[],\"data\":[]}", .duplicateColumn),
        ]
    )
    func noRows(text: String, cause: UnreadableDelivery.Cause) {
        let error = #expect(throws: UnreadableDelivery.self) { try readJSON(text, .document(path: ["data"])) }
        #expect(error?.cause == cause)
    }

    @Test(
        "a document that breaks is refused whole, with its line and byte",
        arguments: [
            ("[{\"no\":1},\n{\"no\":}]", 2, 18), ("[{\"no\":1}\n", 2, 11), ("[{\"no\":1},]", 1, 11),
            ("[{\"no\":1}] x", 1, 12), ("[{\"no\":01}]", 1, 9), ("[{'no':1}]", 1, 3), ("[{\"no\":\"\u{1}\"}]", 1, 9),
        ]
    )
    func broken(text: String, line: Int64, byte: Int) {
        let error = #expect(throws: UnreadableDelivery.self) { try readJSON(text) }
        #expect(error?.cause == .syntax)
        #expect(error?.line == line)
        #expect(error?.explanation.contains("byte \(byte),") == true, "\(error?.explanation ?? "")")
    }

    @Test("names are found whatever order they stand in, and whatever stood in the row before")
    func order() throws {
        let rows = [
            #"{"no":"1","at":"a","car":{"plate":"p"}}"#, #"{"car":{"plate":"q"},"no":"2","at":"b"}"#,
            #"{"at":"c"}"#, #"{"x":"0","no":"4","\u0061t":"d"}"#, #"{"no":"5","at":"e","car":{"at":"0","plate":"r"}}"#,
            #"{"at":null,"no":""}"#, #"{"no":6,"at":true}"#,
        ]
        #expect(
            try readJSON(rows.joined(separator: "\n"), .lines).map(\.summary) == [
                ["1", "a", "p", ""], ["2", "b", "q", ""], ["", "c", "", ""], ["4", "d", "", ""],
                ["5", "e", "r", ""], ["", "", "", ""], ["6", "true", "", ""],
            ]
        )
    }

    @Test("escapes are undone, half a character is refused with its row only")
    func escapes() throws {
        let text = #"[{"no":"a\"\\\/\b\f\n\r\t\u6e58\ud83d\ude00"},{"no":"\ud83d"},{"n\u006f":"3"}]"#
        #expect(
            try readJSON(text).map(\.summary) == [
                ["a\"\\/\u{8}\u{C}\n\r\t湘😀", "", "", ""], ["!encoding"], ["3", "", "", ""],
            ]
        )
    }

    @Test("what is no row, no single value, or stands twice costs its row")
    func shapes() throws {
        let rows = try readJSON(#"[1,{"no":{"a":1}},{"no":[1]},{"no":1,"no":2},{"no":4}]"#)
        #expect(rows.map(\.summary) == [["!shape"], ["!shape"], ["!shape"], ["!duplicate"], ["4", "", "", ""]])
    }

    @Test("an element of an array is a column by its place")
    func elements() throws {
        #expect(try readJSON(#"[{"values":[5,"6",7]}]"#).map(\.summary) == [["", "", "", "6"]])
    }

    @Test("a name nobody declared is refused or ignored, as the feed says; a declared one is not")
    func unknown() throws {
        let text = #"[{"no":1,"note":{"x":[{}]}},{"no":2,"new":[{"a":"}"}]},{"car":{"colour":"红"}}]"#
        #expect(try readJSON(text).map(\.summary) == [["1", "", "", ""], ["2", "", "", ""], ["", "", "", ""]])
        let strict = try readJSON(text, unknown: .refuse)
        #expect(strict.map(\.summary) == [["1", "", "", ""], ["!unknown_column"], ["!unknown_column"]])
        guard case .rejected(let rejection, _) = strict.last else { throw NoRejection() }
        #expect(rejection.column == "colour")
    }

    @Test("of lines a broken one costs itself only; blank ones are nothing")
    func lines() throws {
        let text = "{\"no\":1}\r\n\n{\"no\":2,}\n {\"no\":3} \n{\"no\":4} {}\n\"x\n{\"no\":6}"
        let rows = try readJSON(text, .lines)
        #expect(
            rows.map(\.summary) == [
                ["1", "", "", ""], ["!syntax"], ["3", "", "", ""], ["!syntax"], ["!syntax"], ["6", "", "", ""],
            ]
        )
        #expect(rows.map(\.line) == [1, 3, 4, 5, 6, 7])
        guard case .rejected(let rejection, let raw) = rows[1] else { throw NoRejection() }
        #expect(rejection.explanation.contains("byte 9"))
        #expect(String(decoding: raw, as: UTF8.self) == "{\"no\":2,}\n")
    }

    @Test("a row too long is refused and the next ones are read, in a document and in lines")
    func tooLong() throws {
        let limits = RowLimits(cell: 20, row: 40, columns: 6)
        let long = "{\"no\":\"" + String(repeating: "x", count: 5000) + "\"}"
        let document = try readJSON(Array("[\(long),{\"no\":2}]".utf8), limits: limits, bufferSize: 16)
        #expect(document.map(\.summary) == [["!too_long"], ["2", "", "", ""]])
        #expect(document.first?.range == 1..<Int64(1 + long.utf8.count))
        let lines = try readJSON(Array("\(long)\n{\"no\":2}\n".utf8), .lines, limits: limits, bufferSize: 16)
        #expect(lines.map(\.summary) == [["!too_long"], ["2", "", "", ""]])
        #expect(lines.map(\.line) == [1, 2])
        guard case .rejected(_, let raw) = lines[0] else { throw NoRejection() }
        #expect(String(decoding: raw, as: UTF8.self) == String(long.prefix(20)))
    }

    @Test(
        "another kind of file is recognised",
        arguments: [
            ([0x50, 0x4B, 3, 4, 0, 0], UnreadableDelivery.Cause.otherFormat), ([0xFF, 0xFE, 0x5B, 0], .otherFormat),
            ([], .empty), ([0xEF, 0xBB, 0xBF], .empty),
        ] as [([UInt8], UnreadableDelivery.Cause)]
    )
    func otherFormats(bytes: [UInt8], cause: UnreadableDelivery.Cause) {
        let error = #expect(throws: UnreadableDelivery.self) { try readJSON(bytes) }
        #expect(error?.cause == cause)
    }

    @Test("what is nested too deep is told as that, in a document and in lines")
    func tooDeep() throws {
        let deep = String(repeating: "[", count: 80) + String(repeating: "]", count: 80)
        let error = #expect(throws: UnreadableDelivery.self) { try readJSON("[{\"no\":\(deep)}]") }
        #expect(error?.cause == .syntax)
        #expect(error?.explanation.contains("嵌套超过 64 层") == true, "\(error?.description ?? "-")")
        #expect(error?.explanation.contains("cut off") == false)
        let lines = try readJSON("{\"no\":\(deep)}\n{\"no\":2}", .lines)
        #expect(lines.map(\.summary) == [["!syntax"], ["2", "", "", ""]])
        guard case .rejected(let rejection, _) = lines[0] else { throw NoRejection() }
        #expect(rejection.explanation.contains("more than 64 deep"), "\(rejection.explanation)")
    }

    @Test("a file of lines without a byte is a quiet day of an increment, and no whole register")
    func empty() throws {
        for bytes in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            #expect(try readJSON(bytes, .lines, contents: .increment).isEmpty)
            let error = #expect(throws: UnreadableDelivery.self) { try readJSON(bytes, .lines, contents: .snapshot) }
            #expect(error?.cause == .empty)
        }
    }

    private struct NoRejection: Error {}
}
