import Model
import Testing

@Suite struct PersonNameTests {
    private func read(_ text: String) -> Reading { Reading(text, by: PersonName.normalise) }

    @Test(
        "names are trimmed and spelt one way",
        arguments: [
            ("张三", "张三"), (" 张三\u{3000}", "张三"), ("张\u{3000}三", "张三"), ("张 三 丰", "张三丰"), ("阿卜杜·热西提", "阿卜杜·热西提"),
            ("阿卜杜•热西提", "阿卜杜·热西提"), ("John  Smith", "John Smith"), ("Ｊｏｈｎ", "John"), ("张 John", "张 John"), ("𠮷田", "𠮷田"),
            ("张\u{200B}三", "张三"), ("王\t五", "王五"),
        ]
    )
    func cleaned(text: String, clear: String) {
        #expect(read(text) == .sound(clear))
    }

    @Test(
        "digits and endless names are no names",
        arguments: ["张三1", "430802190001010013", String(repeating: "长", count: 51)]
    )
    func flawed(text: String) {
        #expect(read(text) == .flawed(text, .form))
    }

    @Test(
        "what the source masked stays masked",
        arguments: [("张*", "张*"), ("张＊＊", "张**"), ("*三", "**"), ("张*丰", "张**"), ("*", "*")]
    )
    func masked(text: String, shown: String) {
        #expect(read(text) == .masked(shown))
    }

    @Test(
        "a masked name shows its first character",
        arguments: [("张三", "张*"), ("欧阳娜娜", "欧***"), ("𠮷田", "𠮷*"), ("张", "*"), ("", "")]
    )
    func mask(clear: String, masked: String) {
        #expect(PersonName.masked(clear) == masked)
    }

    @Test("nothing is absent", arguments: ["", "\u{3000}", "无", "不详", "/"])
    func absent(text: String) {
        #expect(read(text) == .absent)
    }
}
