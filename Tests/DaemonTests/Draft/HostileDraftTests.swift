import Foundation
import Settings
import TestSupport
import Testing

@Suite("A file that is no export is told so")
struct HostileDraftTests {
    private static let wide = (0..<10_000).map { "c\($0)" }.joined(separator: ",") + "\n"

    @Test(
        "with its cause and what to do, and exit code 65",
        arguments: [
            ("empty.csv", Data()),
            ("rubbish.csv", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) })),
            ("zeros.csv", Data(count: 4096)), ("picture.csv", Data([0x89, 0x50, 0x4E, 0x47, 1, 2, 3])),
            ("torn.zip", Data([0x50, 0x4B, 3, 4, 0, 0, 0])), ("torn.gz", Data([0x1F, 0x8B, 8, 0, 1])),
            ("torn.xls", Data([0xD0, 0xCF, 0x11, 0xE0, 1])), ("wide.csv", Data((wide + wide).utf8)),
            ("torn.xml", Data("<a><b><c>1</c>".utf8)), ("none.xml", Data("<a/>".utf8)),
            ("twice.csv", Data("设备编号,设备编号\n1,2\n".utf8)),
        ]
    )
    func refused(name: String, bytes: Data) async throws {
        let place = try DraftedPlace()
        let outcome = try await place.draft(place.write(bytes, to: name))
        #expect(outcome.code == 65, "\(name): \(outcome.errors)\(outcome.output)")
        #expect(outcome.errors.contains(" / ") && outcome.errors.contains("; "), "\(name): \(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test(
        "or what could be found is drafted and the rest left open",
        arguments: [
            ("one.csv", "设备编号\nA1\nA2\n"), ("bare.csv", "A1,2025-03-01,88\nA2,2025-03-02,12\n"),
            ("head.csv", "a,b,c\n"), ("line.json", "{\"deviceid\":\"A1\",\"recordnum\":1}\n"),
        ]
    )
    func leftOpen(name: String, text: String) async throws {
        let place = try DraftedPlace()
        let outcome = try await place.draft(place.write(Data(text.utf8), to: name), ["--kind", "breath_test"])
        #expect(outcome.code == 1, "\(name): \(outcome.errors)")
        #expect(outcome.output.contains("# TODO"), "\(name): \(outcome.output)")
        #expect(outcome.errors.contains("tested_at"))
    }

    @Test("where no value tells day from month, neither is chosen")
    func ambiguousDates() async throws {
        let place = try DraftedPlace()
        let text = "deviceid,recordnum,testdate,brac\nA1,1,03/04/2026,12\nA1,2,05/06/2026,13\n"
        let outcome = try await place.draft(place.write(Data(text.utf8), to: "a.csv"), ["--unit", "mg/100mL"])
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("# tested_at: { column: testdate, format: \"M/d/yyyy\""), "\(outcome.output)")
        #expect(outcome.output.contains("# tested_at: { column: testdate, format: \"d/M/yyyy\""), "\(outcome.output)")
    }

    @Test("people in it are masked")
    func masked() async throws {
        let place = try DraftedPlace()
        let text = "设备编号,甲列,乙列,丙列,丁列\nA1,张三丰,11010519491231002X,湘G12345,13800000001\n"
        let outcome = try await place.draft(place.write(Data(text.utf8), to: "p.csv"), ["--kind", "camera"])
        for clear in ["张三丰", "11010519491231002X", "湘G12345", "13800000001"] {
            #expect(!(outcome.output + outcome.errors).contains(clear), "\(outcome.output)")
        }
    }
}
