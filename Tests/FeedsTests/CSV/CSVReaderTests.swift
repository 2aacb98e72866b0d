import Feeds
import Model
import Settings
import Testing

@Suite("A CSV file is read row by row")
struct CSVReaderTests {
    @Test("rows of every line end, each with its line, offset and length")
    func lineEnds() throws {
        let entries = try read("a,b\n1,2\r\n3,4\r5,6\n\n\r\n7,8")
        #expect(entries.map(\.summary) == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]])
        #expect(entries.map(\.line) == [2, 3, 4, 7])
        #expect(entries.map(\.range) == [4..<9, 9..<13, 13..<17, 20..<23])
    }

    @Test("quoted cells may hold delimiters, line ends and doubled quotes")
    func quotedCells() throws {
        let entries = try read("a,b\n\"x,\"\"y\"\"\",\"one\r\ntwo\nthree\rfour\"\nlast,1\n")
        #expect(entries.map(\.summary) == [["x,\"y\"", "one\r\ntwo\nthree\rfour"], ["last", "1"]])
        #expect(entries.map(\.line) == [2, 6])
    }

    @Test("digits that a spreadsheet wrapped in =\"…\" are read without the wrapping")
    func wrappedDigits() throws {
        let entries = try read("a,b\n=\"0012\",\"=\"\"0013\"\"\"\n1,=\"2\"x\n")
        #expect(entries.map(\.summary) == [["0012", "=\"0013\""], ["!stray_quote"]])
    }

    @Test("a quote means nothing where the dialect knows none")
    func noQuotes() throws {
        let entries = try read("a;b\n\"1;2\"\n", .plain(";", quote: nil))
        #expect(entries.map(\.summary) == [["\"1", "2\""]])
    }

    @Test("a file without a row of names is read from its first line on, under the names given")
    func noHeader() throws {
        var dialect = CSVDialect.plain()
        dialect.layout.heading = .absent(names: ["设备", "时间"])
        let file = UnnamedFile("\u{FEFF}A,1\nB,2,3\n")
        var reader = try file.table(dialect)
        #expect(try reader.readHeader().names == ["设备", "时间"])
        let rows = try read("\u{FEFF}A,1\nB,2,3\n", dialect)
        #expect(rows.map(\.summary) == [["A", "1"], ["!field_count"]])
        #expect(rows.map(\.line) == [1, 2])
        #expect(rows.first?.range == 3..<7)
    }

    @Test("what stands before the header's line is skipped, and a byte-order mark too")
    func headerRow() throws {
        let file = UnnamedFile("\u{FEFF}检测记录,\"\n导出于 2026\n 设备 ,\u{3000}时间\nA,1\n")
        var reader = try file.table(.plain(headerRow: 3))
        #expect(try reader.readHeader() == SourceHeader(names: ["设备", "时间"], line: 3, looksLikeUTF8: true))
        guard case .row = try reader.next() else { throw Missing() }
        #expect(reader.place.line == 4)
    }

    @Test("where the last line of a sound file ends like every other, one that does not was cut off")
    func unendedLastLine() throws {
        var dialect = CSVDialect.plain()
        dialect.endsLastLine = true
        let cut = try read("a,b\n1,2\n3,45", dialect)
        #expect(cut.map(\.summary) == [["1", "2"], ["!cut_off"]])
        let quoted = try read("a,b\n1,\"2\n3\"", dialect)
        #expect(quoted.map(\.summary) == [["!cut_off"], ["!stray_quote"]])
        let ended = try read("a,b\n1,2\n3,45\r", dialect)
        #expect(ended.map(\.summary) == [["1", "2"], ["3", "45"]])
        let plain = try read("a,b\n1,2\n3,45")
        #expect(plain.map(\.summary) == [["1", "2"], ["3", "45"]])
    }

    @Test("a header alone is a delivery of no rows")
    func headerOnly() throws {
        #expect(try read("a,b").isEmpty)
        #expect(try read("a,b\r\n\r\n").isEmpty)
    }

    @Test("an unclosed quote costs its own line and no other")
    func quoteBomb() throws {
        let entries = try read("a,b\n1,\"2\n3,4\n5,6\n")
        #expect(entries.map(\.summary) == [["!unclosed_quote"], ["3", "4"], ["5", "6"]])
        #expect(entries.map(\.range) == [4..<9, 9..<13, 13..<17])
        #expect(entries.map(\.line) == [2, 3, 4])
    }

    @Test("a row that a stray quote makes swallow its neighbours is refused, and the neighbours are read")
    func swallowedRows() throws {
        let entries = try read("a,b\n1,\"2\n3,4\n\"5\",6\n")
        #expect(entries.map(\.summary) == [["!stray_quote"], ["3", "4"], ["5", "6"]])
    }

    @Test("each kind of broken row is refused by its own reason")
    func brokenRows() throws {
        let limits = RowLimits(cell: 4, row: 12, columns: 3)
        let text = "a,b\n1\n1,2,3\n1,2,3,4\nx\"y,2\n\"x\"y,2\n12345,2\n1234,1234,1234\n\u{0},2\n1,2\n"
        let summary = try read(text, limits: limits).map { $0.summary[0] }
        #expect(
            summary == [
                "!field_count", "!field_count", "!field_count", "!stray_quote", "!stray_quote", "!too_long",
                "!too_long", "!binary", "1",
            ]
        )
    }

    @Test("a line too long to be held is passed over, its head is kept, and the next line is read")
    func endlessLine() throws {
        let limits = RowLimits(cell: 8, row: 16, columns: 4)
        for end in ["\n", "\r\n", "\r"] {
            let long = String(repeating: "x", count: 1000)
            let entries = try read("a,b\(end)\(long)\(end)1,2\(end)", limits: limits, bufferSize: 5)
            #expect(entries.map(\.summary) == [["!too_long"], ["1", "2"]])
            #expect(entries.map(\.line) == [2, 3])
            #expect(entries.first?.range == Int64(3 + end.utf8.count)..<Int64(1003 + 2 * end.utf8.count))
            guard case .rejected(_, let raw) = entries.first else { throw Missing() }
            #expect(raw == Array("xxxxxxxx".utf8))
        }
    }

    @Test("a file cut off inside a quoted cell or before its last fields ends in a rejection")
    func cutOff() throws {
        #expect(try read("a,b\n1,2\n3,\"4").map(\.summary) == [["1", "2"], ["!unclosed_quote"]])
        #expect(try read("a,b\n1,2\n3").map(\.summary) == [["1", "2"], ["!field_count"]])
    }

    @Test("a file full of unclosed quotes is read in a time that grows with the file alone", .timeLimit(.minutes(10)))
    func manyQuoteBombs() throws {
        let narrow = "a,b\n" + String(repeating: "1,\"2\nx\"y\n", count: 100_000)
        #expect(try read(narrow).count == 200_000)
        let widely = "a,b\n" + String(repeating: "1,\"2\n" + String(repeating: "3,4\n", count: 999), count: 200)
        let entries = try read(widely)
        #expect(entries.count == 200_000)
        #expect(entries.filter { $0.summary.count == 2 }.count == 199_800)
    }

    struct Missing: Error {}
}
