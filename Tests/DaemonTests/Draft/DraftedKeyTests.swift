import Foundation
import TestSupport
import Testing

@Suite("A draft proposes no key that is none")
struct DraftedKeyTests {
    private static let head = "设备编号,记录号,检测时间,酒精含量(mg/100mL)\n"

    private static func row(_ number: Int, _ alcohol: Int = 12) -> String {
        "JC01,\(number),2025-03-03 10:00:00,\(alcohol)\n"
    }

    private func draft(_ rows: [String]) async throws -> DocketProgram.Outcome {
        let place = try DraftedPlace()
        let text = Self.head + rows.joined()
        return try await place.draft(place.write(Data(text.utf8), to: "tests.csv"))
    }

    @Test("where a number comes again far behind with something else, rows are named by content")
    func repeated() async throws {
        let run = try await draft((1...3000).map { Self.row($0) } + [Self.row(7, 88)])
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("\nkey: row   # "), "\(run.output)")
        #expect(run.errors.contains("设备编号、记录号 不能作键：1 行"), "\(run.errors)")
        let told = run.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(told.contains("such as lines 8 and 3002"), "\(told)")
    }

    @Test("rows that merely stand twice are told apart from that")
    func alike() async throws {
        let run = try await draft((1...30).map { Self.row($0) } + [Self.row(7)])
        #expect(run.output.contains("\nkey: [device, record_no]\n"), "\(run.output)")
        #expect(run.errors.contains("有 1 行与前面某行完全相同"), "\(run.errors)")
        #expect(!run.errors.contains("不能作键"), "\(run.errors)")
    }

    @Test("and nothing is said where each row has its own")
    func unique() async throws {
        let run = try await draft((1...30).map { Self.row($0) })
        #expect(run.output.contains("\nkey: [device, record_no]\n"), "\(run.output)")
        #expect(run.errors.isEmpty, "\(run.errors)")
    }
}
