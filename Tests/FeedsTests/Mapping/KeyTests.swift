import Feeds
import Model
import Settings
import Testing

@Suite("A record is named by its key")
struct KeyTests {
    private func feed(_ column: ColumnMapping, key: FeedDefinition.KeyRule) -> FeedDefinition {
        .example(
            key: key,
            columns: [
                ColumnMapping(field: "device", columns: ["设备"]), ColumnMapping(field: "tested_at", columns: ["时间"]),
                column,
            ]
        )
    }

    @Test("a row without a required value or a part of its key is refused")
    func required() throws {
        let number = ColumnMapping(field: "record_no", columns: ["号"])
        let feed = feed(number, key: .fields(["device", "record_no"]))
        let rows = try map("设备,时间,号\n,2026-01-02 08:00:00,1\nA,,1\nA,2026-01-02 08:00:00,\n", feed)
        let columns = rows.map { row -> String? in
            guard case .failure(let rejection) = row, rejection.reason == .missing else { return nil }
            return rejection.column
        }
        #expect(columns == ["设备", "时间", "号"])
    }

    @Test("keys of different records differ, whatever their values hold")
    func keys() throws {
        let place = ColumnMapping(field: "place", columns: ["p"])
        let feed = feed(place, key: .fields(["device", "place"]))
        let rows = try map("设备,时间,p\na|b,2026-01-02 08:00:00,c\na,2026-01-02 08:00:00,b|c\n", feed)
        #expect(try rows.map { try $0.get().key } == ["a\\|b|c", "a|b\\|c"])
    }
}
