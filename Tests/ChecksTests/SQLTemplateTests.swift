import Checks
import Testing

@Suite struct SQLTemplateTests {
    @Test("names become numbers in the order they first appear, a name used twice keeps its number")
    func names() throws {
        let template = try SQLTemplate("SELECT :b, :a_1 WHERE r = :b AND k = ANY (:subjects)")
        #expect(template.sql == "SELECT $1, $2 WHERE r = $1 AND k = ANY ($3)")
        #expect(template.parameters == ["b", "a_1", "subjects"])
    }

    @Test(
        "what is not a parameter is left as it is",
        arguments: [
            "SELECT a::text, b :: int", "SELECT ':a', E'\\':a', 'it''s :a'", "SELECT \":a\"\" :b\" FROM t",
            "SELECT 1 -- :a\n+ 2", "SELECT /* :a /* :b */ :c */ 1", "SELECT $$ :a $$, $tag$ :a $$ :b $tag$",
            "SELECT x[1:2], x[a:b], x[f(1):n]", "SELECT a := 1, 1 : 2", "SELECT a$b :", "", "SELECT '执法 :a'",
        ]
    )
    func untouched(sql: String) throws {
        let template = try SQLTemplate(sql)
        #expect(template.sql == sql)
        #expect(template.parameters.isEmpty)
    }

    @Test("a cast right after a parameter is a cast")
    func castAfterParameter() throws {
        #expect(try SQLTemplate("SELECT :a::text, 'x':b").sql == "SELECT $1::text, 'x'$2")
    }

    @Test(
        "what is opened and never closed is refused with its line",
        arguments: [
            ("SELECT\n'abc", 2), ("SELECT \"abc", 1), ("/* a\n/* b */", 1), ("\n\nSELECT $q$ abc $$", 3),
            ("SELECT E'abc\\'", 1),
        ]
    )
    func unclosed(sql: String, line: Int) {
        let error = #expect(throws: SQLTemplateError.self) { try SQLTemplate(sql) }
        #expect(error?.description.hasPrefix("sql, line \(line): ") == true)
    }

    @Test("a parameter by number is refused")
    func numbered() {
        #expect(throws: SQLTemplateError.numberedParameter(line: 1)) { try SQLTemplate("SELECT $1") }
    }
}
