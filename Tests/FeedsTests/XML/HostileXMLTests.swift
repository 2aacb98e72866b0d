import Feeds
import Settings
import Testing

@Suite("Hostile XML")
struct HostileXMLTests {
    private func refusal(_ text: String) -> UnreadableDelivery? {
        #expect(throws: UnreadableDelivery.self) { try readXML(text) }
    }

    @Test(
        "a document type is refused, whatever is in it",
        arguments: [
            "<!DOCTYPE export><export/>", "<!DOCTYPE export SYSTEM 'file:///etc/passwd'><export/>",
            "<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><export><row><no>&x;</no></row></export>",
            "<!DOCTYPE e [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><export><row><no>&b;</no></row></export>",
            "<!DOCTYPE e [<!ENTITY % p SYSTEM 'http://127.0.0.1/x'> %p;]><export/>",
        ]
    )
    func doctype(text: String) { #expect(refusal(text)?.explanation.contains("DOCTYPE") == true) }

    @Test("a million elements within one another")
    func deep() {
        let text = String(repeating: "<a>", count: 1_000_000)
        #expect(refusal(text)?.explanation.contains("deep") == true)
        #expect(refusal("<export><row>" + text)?.explanation.contains("deep") == true)
    }

    @Test("a tag, a comment and a name of many megabytes")
    func longTokens() {
        let long = String(repeating: "a", count: 20_000_000)
        for text in ["<export a='\(long)'/>", "<!--\(long)--><export/>", "<\(long)/>"] {
            #expect(refusal(text)?.cause == .syntax)
        }
    }

    @Test("hundreds of thousands of attributes and of columns")
    func many() throws {
        let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
        #expect(try readXML("<export><row\(attributes)/></export>").map(\.summary) == [["!unknown_column"]])
        let columns = (0..<300_000).map { "<c\($0)/>" }.joined()
        #expect(try readXML("<export><row>\(columns)</row></export>").map(\.summary) == [["!unknown_column"]])
    }

    @Test("random pieces of XML never stop the reader", arguments: 0..<20)
    func randomPieces(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 7000)
        let pieces = [
            "<export>", "</export>", "<row>", "</row>", "<row/>", "<no>", "</no>", "<", ">", "&", "&lt;", "]]>",
            "<![CDATA[",
            "<!--", "-->", "<?x", "?>", " id='1'", "<row id=\"", "湘", "\u{0}", "<!DOCTYPE x>",
            "<car><plate>1</plate></car>",
        ]
        for _ in 0..<200 {
            let body = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            _ = try? readXML("<export>" + body.joined(), limits: RowLimits(cell: 8, row: 40, columns: 4))
        }
    }
}
