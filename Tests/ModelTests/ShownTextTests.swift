import Model
import Testing

@Suite("Names of things that may be data of people")
struct ShownTextTests {
    @Test(
        "show no long number",
        arguments: [
            ("13807441234", "138***"), ("身份证430802198808080123X", "身份证430***X"), ("第123456列", "第123456列"),
            ("a1234567b7654321", "a123***b765***"), ("１３８０７４４１２３４", "１３８***"), ("", ""),
        ]
    )
    func numbers(text: String, shown: String) { #expect(ShownText.blankingNumbers(text) == shown) }
}
