import Model
import Testing

@testable import docket

@Suite("A table of text lines up on a terminal")
struct TextTableTests {
    @Test("Chinese characters take two columns, combining marks none, and no line ends in blanks")
    func alignment() {
        let table = TextTable([["设备", "n", "x"], ["JC-1", "12", "y"], ["e\u{301}té", "", ""]])
        #expect(table.lines() == ["设备  n   x", "JC-1  12  y", "e\u{301}té"])
    }

    @Test("columns that do not fit follow beneath, behind the first column once more")
    func parts() {
        let table = TextTable([["line", "aaaaaaaa", "bbbbbbbb", "cccccccc"], ["2", "1", "2", "3"]])
        #expect(
            table.lines(within: 24) == [
                "line  aaaaaaaa  bbbbbbbb", "2     1         2", "", "line  cccccccc", "2     3",
            ]
        )
        #expect(table.lines(within: 34).count == 2)
    }

    @Test("a long cell is cut at a whole character, and where nobody looks at a terminal none is")
    func cut() {
        let table = TextTable([["行", String(repeating: "检测", count: 30)]])
        let lines = table.lines(within: 40)
        #expect(lines == ["行  " + String(repeating: "检测", count: 4) + "…"])
        #expect(table.lines() == ["行  " + String(repeating: "检测", count: 30)])
    }

    @Test("what names a thing is never cut")
    func keys() {
        let key = String(repeating: "K", count: 70)
        let rows = [["行", "键", "话"], ["1", key, String(repeating: "话", count: 90)]]
        let lines = TextTable(rows, uncut: [1]).lines(within: 100)
        #expect(lines.contains { $0.contains(key) })
        #expect(!lines.contains { $0.contains(String(repeating: "话", count: 30)) })
    }

    @Test("nothing a terminal obeys comes through, nor anything that breaks the line")
    func harmless() {
        let lines = TextTable([["a\u{1B}[2Jb", "c\nd\te", "\u{202E}x"]]).lines()
        #expect(lines == ["a⟨U+001B⟩[2Jb  c d e  ⟨U+202E⟩x"])
    }

    @Test("an empty table has no lines, and rows may be of different lengths")
    func ragged() {
        #expect(TextTable([]).lines(within: 80) == [])
        #expect(TextTable([["a"], ["b", "c"]]).lines(within: 80) == ["a", "b  c"])
    }

    @Test("no line is wider than the terminal, whatever stands in the cells", arguments: [20, 40, 80, 120])
    func width(of terminal: Int) {
        let texts = ["湘公(交)〔2025〕第00123号", "x", String(repeating: "w", count: 90), "2025-03-03 21:10:00", ""]
        let rows = (0..<5).map { row in (0..<12).map { texts[($0 + row) % texts.count] } }
        for line in TextTable(rows).lines(within: terminal) { #expect(line.columns <= terminal, "\(line)") }
    }
}
