import Settings
import Testing

@testable import Feeds

private let coreXLSX = "corpora/corexlsx"

/// Workbooks nobody here wrote, where they lie in `shared` beside the repository. The counts are those of openpyxl 3.1 and
/// xlrd 2.0: rows that hold anything, and cells that do.
@Suite(
    "Real workbooks",
    .enabled(if: SharedFolder.names(in: coreXLSX) != nil, "no corpora beside the repository: SKIPPED")
)
struct RealWorkbookTests {
    private func counts(_ name: String, _ choice: WorkbookShape.Sheets = .number(1)) throws -> [Int] {
        let bytes = try #require(SharedFolder.bytes(name))
        let rows = try #require(try readSheets(bytes, choice).first)
        #expect(rows.allSatisfy { $0.reason == nil })
        return [rows.count, rows.reduce(0) { $0 + $1.cells.count { !$0.isEmpty } }]
    }

    @Test(
        "the samples of CoreXLSX",
        arguments: [
            ("Blank", 0, 0), ("Dates", 1, 3), ("HelloWorld", 1, 1), ("categories", 15, 40), ("comments", 0, 0),
            ("faulty_worksheet", 0, 0), ("jewelershealthcare.com-census.1", 18, 60), ("multi-line.text.in.cell", 2, 2),
            ("root_relationships", 1, 3),
        ]
    )
    func coreSamples(name: String, rows: Int, cells: Int) throws {
        #expect(try counts("\(coreXLSX)/\(name).xlsx") == [rows, cells])
    }

    @Test(
        "registers in three formats",
        .enabled(if: SharedFolder.has("data/tw-labour-penalties/kaohsiung/10501-0.xls"), "no such data: SKIPPED"),
        arguments: [
            ("au-bitre/police_enforcement_2024_alcohol_drug_tests.xlsx", 531, 3717),
            ("tw-labour-penalties/kaohsiung/10502-0.xlsx", 265, 1343),
            ("tw-labour-penalties/kaohsiung/10504-0.xlsx", 346, 1664),
            ("tw-labour-penalties/kaohsiung/10501-0.xls", 276, 1664),
            ("tw-labour-penalties/kaohsiung/10503-0.xls", 71, 249),
        ]
    )
    func registers(name: String, rows: Int, cells: Int) throws {
        #expect(try counts("data/" + name) == [rows, cells])
        let bytes = try #require(SharedFolder.bytes("data/" + name))
        #expect(try readSheets(bytes).map(\.count) == [rows])
    }

    @Test("an XLS whose sheets say to be as large as can be is refused before room is made for them")
    func forgedDimensions() throws {
        var bytes = try #require(SharedFolder.bytes("data/tw-labour-penalties/kaohsiung/10503-0.xls"))
        let record: [UInt8] = [0x00, 0x02, 0x0E, 0x00]
        for index in 0..<(bytes.count - 18) where Array(bytes[index..<(index + 4)]) == record {
            bytes.replaceSubrange((index + 4)..<(index + 16), with: [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
        }
        let error = #expect(throws: UnreadableDelivery.self) { try readSheets(bytes) }
        #expect(error?.cause == .packing)
        let sound = try #require(SharedFolder.bytes("data/tw-labour-penalties/kaohsiung/10503-0.xls"))
        let merged = #expect(throws: UnreadableDelivery.self) { try readSheets(sound, .number(1), merged: .fill) }
        #expect(merged?.cause == .definition)
    }

    @Test("one register in ODS, put together by LibreOffice")
    func ods() throws {
        let found = try counts("data/tw-labour-penalties/kaohsiung/merged-10504.ods")
        #expect(found[0] > 900)
    }
}
