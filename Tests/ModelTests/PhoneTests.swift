import Model
import Testing

@Suite struct PhoneTests {
    private func read(_ text: String) -> Reading { Reading(text, by: Phone.normalise) }

    @Test(
        "numbers are digits alone, without the country code",
        arguments: [
            ("13812345678", "13812345678"), ("+86 138-1234-5678", "13812345678"), ("008613812345678", "13812345678"),
            ("8613812345678", "13812345678"), ("１３８１２３４５６７８", "13812345678"), ("0744-8283900", "07448283900"),
            ("（0744）8283900", "07448283900"), ("+86 744 8283900", "07448283900"), ("010-12345678", "01012345678"),
            ("+86 10 12345678", "01012345678"),
            ("19912345678", "19912345678"),
        ]
    )
    func cleaned(text: String, clear: String) {
        #expect(read(text) == .sound(clear))
    }

    @Test(
        "anything else is kept with its defect",
        arguments: [
            "12812345678", "1381234567", "138123456789", "8283900", "110", "00123456789", "+1202555010", "+86", "电话",
        ]
    )
    func flawed(text: String) {
        let reading = read(text)
        #expect(reading.outcome == .value(defect: .form) || (text == "+86" && reading == .absent))
    }

    @Test("what the source masked stays masked")
    func masked() {
        #expect(read("138****5678") == .masked("138****5678"))
        #expect(read("+86138＊＊＊＊5678") == .masked("138****5678"))
    }

    @Test(
        "a masked number shows three and four",
        arguments: [
            ("13812345678", "138****5678"), ("07448283900", "074****3900"), ("8283900", "*****00"), ("110", "1**"),
        ]
    )
    func mask(clear: String, masked: String) {
        #expect(Phone.masked(clear) == masked)
    }

    @Test("nothing is absent", arguments: ["", " ", "无", "-", "()"])
    func absent(text: String) {
        #expect(read(text) == .absent)
    }
}
