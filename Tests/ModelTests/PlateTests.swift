import Model
import Testing

@Suite struct PlateTests {
    private func read(_ text: String) -> Reading { Reading(text, by: Plate.normalise) }

    @Test(
        "plates of every family are known",
        arguments: [
            "湘G12345", "湘GA1B2C", "京A00000", "湘O12345", "湘G1234挂", "湘G1234学", "湘G1234警", "粤Z1234港", "粤ZAB12澳",
            "沪A0023领",
            "京A1234使", "湘GD12345", "湘GF12345", "湘GA12345", "湘GKA1234", "湘GDA1234", "湘G12345D",
            "湘G12345F", "湘G12345H", "WJ湘12345", "WJ湘1234X", "WJ京0001D", "014578使", "湘X1234应急",
        ]
    )
    func families(text: String) {
        #expect(read(text) == .sound(text))
    }

    @Test(
        "spelling is cleaned, and O and I become 0 and 1 in the serial part only",
        arguments: [
            ("湘g·12345", "湘G12345"), ("湘G-12345", "湘G12345"), (" 湘 G 1 2 3 4 5 ", "湘G12345"), ("湘Ｇ１２３４５", "湘G12345"),
            ("湘G•12345", "湘G12345"), ("湘GO1I34", "湘G01134"), ("湘OO1I34", "湘O01134"), ("湘g.d12345", "湘GD12345"),
            ("wj湘-12345", "WJ湘12345"), ("粤Z·O123港", "粤Z0123港"), ("\u{200B}湘G12345", "湘G12345"),
        ]
    )
    func cleaned(text: String, clear: String) {
        #expect(read(text) == .sound(clear))
    }

    @Test(
        "a vehicle without a plate has none",
        arguments: ["无号牌", "未悬挂", "新车", "无", "-", "", " ", "无牌", "未悬挂号牌", " 无 号 牌 ", "——", "·"]
    )
    func absent(text: String) {
        #expect(read(text) == .absent)
    }

    @Test(
        "anything else is kept with its defect",
        arguments: [
            ("湘G1234", "湘G1234"), ("湘G123456", "湘G123456"), ("湘GL12345", "湘GL12345"), ("12345", "12345"), ("湘", "湘"),
            ("湘1G2345", "湘1G2345"), ("张家界电动001", "张家界电动001"), ("WJ12345", "WJ12345"), ("WJ湘1234A", "WJ湘1234A"),
            ("COIN", "COIN"), ("湘G1234教", "湘G1234教"), ("🚗湘G12345", "🚗湘G12345"), ("湘G12学34", "湘G12学34"), ("W", "W"),
        ]
    )
    func flawed(text: String, kept: String) {
        #expect(read(text) == .flawed(kept, .form))
    }

    @Test(
        "what the source masked stays masked",
        arguments: [("湘G***12", "湘G***12"), ("湘G·＊＊＊12", "湘G***12"), ("湘G1***5", "湘G****5")]
    )
    func masked(text: String, shown: String) {
        #expect(read(text) == .masked(shown))
    }

    @Test(
        "a masked plate shows its place and last two",
        arguments: [
            ("湘G12312", "湘G***12"), ("湘GD12345", "湘G****45"), ("粤Z1234港", "粤Z***4港"), ("湘G12", "湘***"), ("湘", "湘"),
        ]
    )
    func mask(clear: String, masked: String) {
        #expect(Plate.masked(clear) == masked)
    }
}
