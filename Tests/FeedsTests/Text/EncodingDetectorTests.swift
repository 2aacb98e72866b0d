import Feeds
import Model
import Settings
import TestSupport
import Testing

@Suite("The character set of a file is found in all of it, or not at all")
struct EncodingDetectorTests {
    private func detect(_ bytes: [UInt8], pieces: Int = 1 << 16) -> DetectedEncoding? {
        do throws(UnreadableDelivery) {
            return try EncodingDetector.detect(in: PieceSource(bytes, size: pieces))
        } catch {
            #expect(error.cause == .encoding && error.remedy.contains("encoding"))
            return nil
        }
    }

    private static let simplified = "设备编号,检测时间,测试值\n路口检测仪,二〇二六年一月三日,正常\n直属一大队,慈利县公安局交通管理大队,酒后驾驶\n"
    private static let traditional = "項次,事業單位,處分日期\n違反法令,延長工作時間超過法令規定,高市勞條字第號\n工資未全額直接給付勞工,每七日中未有一日之休息\n"

    @Test("a mark decides, whatever follows")
    func marks() {
        #expect(detect([0xEF, 0xBB, 0xBF] + Array("a,b\n".utf8)) == DetectedEncoding(.utf8, by: .mark))
        #expect(detect([0x84, 0x31, 0x95, 0x33] + Array("a,b\n".utf8)) == DetectedEncoding(.gb18030, by: .mark))
        #expect(detect([0xFF, 0xFE, 0x61, 0x00]) == DetectedEncoding(.utf16, by: .mark))
        #expect(detect([0xFE, 0xFF, 0x00, 0x61]) == DetectedEncoding(.utf16, by: .mark))
    }

    @Test("text that is well-formed UTF-8 throughout is UTF-8, wherever its pieces are cut")
    func utf8() {
        for text in ["", "a", "a,b\n", "é", Self.simplified, Self.traditional, "😀联通\n"] {
            for pieces in 1...7 {
                #expect(detect(Array(text.utf8), pieces: pieces) == DetectedEncoding(.utf8, by: .throughout))
            }
        }
        #expect(detect(Array("设".utf8.dropLast())) == nil)
    }

    @Test("a beginning proves nothing about the end")
    func lateEvidence() {
        let ascii = Array(String(repeating: "device,2026-01-01,0\n", count: 20_000).utf8)
        #expect(detect(ascii + encoded(Self.simplified, to: "GB18030")) == DetectedEncoding(.gb18030, by: .evidence))
        #expect(detect(Array(Self.simplified.utf8) + ascii + [0xC9]) == nil)
    }

    @Test("GB18030 and Big5 are told by the characters people write, wherever pieces are cut")
    func evidence() {
        for pieces in [1, 2, 3, 5, 1 << 16] {
            #expect(
                detect(encoded(Self.simplified, to: "GB18030"), pieces: pieces)
                    == DetectedEncoding(.gb18030, by: .evidence)
            )
            #expect(
                detect(encoded(Self.traditional, to: "BIG5"), pieces: pieces) == DetectedEncoding(.big5, by: .evidence)
            )
        }
    }

    @Test(
        "what could be several sets is refused, saying how to declare one",
        arguments: [
            ("é,ü\n", "WINDOWS-1252"), ("Prénom,Numéro,Château,Été,Noël,Garçon,Où,Forêt\n", "WINDOWS-1252"),
            ("привет, как дела, водитель, прибор\n", "WINDOWS-1251"), ("음주운전,단속,기기번호,측정시간,결과\n", "EUC-KR"),
            ("ひらがな,カタカナ,テスト,アルコール\n", "EUC-JP"), ("飲酒運転,検知,時刻,ひらがな\n", "SHIFT_JIS"), ("男,女\n", "GB18030"),
        ]
    )
    func doubt(text: String, name: String) {
        let bytes = encoded(text, to: name)
        #expect(bytes.contains { $0 >= 0x80 })
        #expect(detect(bytes) == nil)
    }

    @Test(
        "public text is told right or refused, in samples of every size",
        .enabled(if: PublicText.isThere, "no public data")
    )
    func publicText() {
        var random = SeededGenerator(seed: 5)
        var wrong = 0
        var found = 0
        var expected = 0
        // Of a few names Big5 lacks a character; there the C library stops.
        let whole = PublicText.taiwan.filter { encoded($0 + "\n", to: "BIG5").last == 0x0A }
        for _ in 0..<1500 {
            let size = Int.random(in: 1...40, using: &random)
            let start = Int.random(in: 0..<(whole.count - size), using: &random)
            let text = whole[start..<(start + size)].joined(separator: "\n")
            let bytes = encoded(text, to: "BIG5")
            expected += size >= 8 ? 1 : 0
            switch detect(bytes)?.encoding {
            case .big5: found += size >= 8 ? 1 : 0
            case nil: break
            default: wrong += 1
            }
        }
        #expect(wrong == 0)
        #expect(found == expected, "\(found)")
        for bytes in PublicText.mainland {
            #expect(detect(bytes)?.encoding == .gb18030 || detect(bytes)?.by == .throughout)
        }
    }
}
