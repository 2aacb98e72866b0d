import Feeds
import Model
import Settings
import Testing

@Suite("What is said of a rejected row names nobody")
struct RejectionPrivacyTests {
    private static let people = [
        "张三", "欧阳文忠", "阿依古丽·买买提", "ZHANG SAN", "430802199001010013", "43080219900101001X", "430802900101001",
        "13812345678", "0744-8222222", "138 1234 5678", "１３８１２３４５６７８", "湘G12345", "湘GD12345", "湘·G 1A2B3",
        "张三 430802199001010013", "李四（13812345678）",
    ]

    /// Columns of every sort whose text can be unfit.
    private static let columns = [
        ColumnMapping(field: "alcohol", columns: ["x"], unit: "mg/100mL"),
        ColumnMapping(field: "record_no", columns: ["x"]),
        ColumnMapping(field: "mode", columns: ["x"]),
        ColumnMapping(field: "signed", columns: ["x"]),
        ColumnMapping(field: "uploaded_at", columns: ["x"]),
    ]

    private func rejection(_ column: ColumnMapping, _ cell: String) throws -> RowRejection? {
        let feed = FeedDefinition.example(
            key: .row,
            columns: [
                ColumnMapping(field: "device", columns: ["设备"]), ColumnMapping(field: "tested_at", columns: ["时间"]),
                column,
            ],
            unknown: .ignore
        )
        let rows = try map("设备,时间,x\nA1,2026-01-02 08:00:00,\(cell)\n", feed)
        guard case .failure(let rejection) = try #require(rows.first) else { return nil }
        return rejection
    }

    @Test("a person's data under another column is not quoted", arguments: people)
    func shiftedRow(text: String) throws {
        // Whatever else stands around it, no two characters in a row of it may be read.
        let characters = Array(text.filter { !" -·（）".contains($0) })
        let parts = (0...max(characters.count - 2, 0)).map { String(characters[$0..<min($0 + 2, characters.count)]) }
        for column in Self.columns {
            let explanation = try rejection(column, text)?.explanation ?? ""
            let quoted = explanation.split(separator: ": ").last.map(String.init) ?? ""
            for part in parts { #expect(!quoted.contains(part), "\(column.field): \(explanation)") }
        }
    }

    @Test("a personal field is kept or absent, and never a reason to refuse a row", arguments: people)
    func personalField(text: String) throws {
        for field in ["person_id", "person_name", "plate"] {
            #expect(try rejection(ColumnMapping(field: field, columns: ["x"]), text) == nil, "\(field)")
        }
    }

    @Test("a short word or number that names nobody is shown as it is")
    func shown() throws {
        #expect(try rejection(Self.columns[2], "walking")?.explanation.hasSuffix(": walking") == true)
        #expect(try rejection(Self.columns[0], "44.1.2")?.explanation.hasSuffix(": 44.1.2") == true)
        #expect(try rejection(Self.columns[2], "被动检测")?.explanation.hasSuffix(": 被***") == true)
    }
}
