import Model
import Testing

@Suite struct PersonIDTests {
    static let valid = [
        "430802190001010013", "430811190001010028", "430822190001010043", "43080219000101003X", "11010519491231002X",
    ]

    private func read(_ text: String) -> Reading { Reading(text, by: PersonID.normalise) }

    @Test("sound numbers are taken as they are", arguments: valid)
    func sound(text: String) {
        #expect(read(text) == .sound(text))
    }

    @Test("every change of one character of a sound number is caught", arguments: valid)
    func oneChange(text: String) {
        var missed: [String] = []
        for place in 0..<18 {
            for replacement in "0123456789X" {
                var characters = Array(text)
                guard characters[place] != replacement else { continue }
                characters[place] = replacement
                let changed = String(characters)
                let reading = read(changed)
                if reading.outcome == .value(defect: nil) || reading.appended != changed { missed.append(changed) }
            }
        }
        #expect(missed.isEmpty)
    }

    @Test("every swap of two different neighbours among the digits is caught", arguments: valid)
    func swaps(text: String) {
        var missed: [String] = []
        for place in 0..<16 {
            var characters = Array(text)
            guard characters[place] != characters[place + 1] else { continue }
            characters.swapAt(place, place + 1)
            if read(String(characters)).outcome == .value(defect: nil) { missed.append(String(characters)) }
        }
        #expect(missed.isEmpty)
    }

    @Test(
        "numbers that fail are kept with the reason",
        arguments: [
            ("430821190002290036", DefectReason.impossibleDate), ("4308021900010100X", .form),
            ("430802190001013X", .form), ("430802190002290036", .checkDigit),
            ("430802190001010014", .checkDigit), ("43080219000101001", .form), ("4308021900010100130", .form),
            ("430802X90001010013", .form), ("43080219000101001A", .form), ("430802990230001", .impossibleDate),
            ("A1", .form), ("护照E12345678", .form), ("A1234567890123456789012", .form), ("1234(5)", .form),
            ("UNDEFINED", .form),
        ]
    )
    func flawed(text: String, defect: DefectReason) {
        #expect(read(text) == .flawed(text, defect))
    }

    @Test(
        "spelling is cleaned",
        arguments: [
            (" 43080219000101003x ", "43080219000101003X"), ("４３０８０２１９０００１０１００１３", "430802190001010013"),
            ("430802 19000101 0013", "430802190001010013"), ("'430802190001010013", "430802190001010013"),
            ("\u{FEFF}430802190001010013\u{200B}", "430802190001010013"),
            ("430802\u{3000}900101001", "430802900101001"),
            ("e12345678", "E12345678"), ("h1234567801", "H1234567801"),
        ]
    )
    func cleaned(text: String, clear: String) {
        #expect(read(text) == .sound(clear))
    }

    @Test(
        "permits of 港澳台 and of foreign permanent residents have the same check digit",
        arguments: ["81", "82", "83", "91"]
    )
    func permits(prefix: String) {
        let body = prefix + "0000" + "19900101" + "001"
        let sound = "0123456789X".map { read(body + String($0)) }.filter { $0.outcome == .value(defect: nil) }
        #expect(sound.count == 1)
    }

    @Test("nothing, or a word for it, is absent", arguments: ["", "  ", "无", "不详", "-", "/", "null", "\u{3000}", "—"])
    func absent(text: String) {
        #expect(read(text) == .absent)
    }

    @Test(
        "what the source masked is known to be masked, and shows no more than is shown here",
        arguments: [
            ("430802********0013", "430802********0013"), ("430802＊＊＊＊＊＊＊＊0013", "430802********0013"),
            ("4308021990*1010013", "430802********0013"), ("43************0013", "43************0013"), ("*", "*"),
        ]
    )
    func masked(text: String, shown: String) {
        #expect(read(text) == .masked(shown))
    }

    @Test(
        "a masked number shows region and last four",
        arguments: [
            ("430802190001010013", "430802********0013"), ("430802900101001", "430802*****1001"),
            ("E12345678", "E1*****78"),
            ("A12", "A**"), ("A", "A"), ("", ""),
        ]
    )
    func mask(clear: String, masked: String) {
        #expect(PersonID.masked(clear) == masked)
    }
}
