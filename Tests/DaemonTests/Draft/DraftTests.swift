import Foundation
import Model
import Settings
import Simulation
import TestSupport
import Testing

@Suite("A feed is drafted from an export")
struct DraftTests {
    /// The feeds of the example, and the fields a draft cannot know: a value the file does not hold.
    private static let unknowable = ["breath-tests-b": Set(["entry"])]

    @Test(
        "and gives of each of our own exports the records that the example's mapping gives",
        arguments: [
            "breath-tests", "breath-tests-b", "breath-testers", "cameras", "recordings", "robots", "robot-violations",
            "notices", "internal-tests", "cases-direct", "cases-county",
        ]
    )
    func ownExports(name: String) async throws {
        let place = try DraftedPlace()
        _ = try Simulation(seed: 5, days: 8, scale: 0.1).write(to: place.folder.path)
        let main = try SimulationConfig(seed: 5, configDirectory: Repository.config).write(to: place.folder.path)
        let known = try #require(try Configuration.load(path: main).feeds.first { $0.name == name })
        let exports = place.folder.path + "/in/" + name
        let files = try FileManager.default.contentsOfDirectory(atPath: exports).sorted()
        #expect(!files.isEmpty)
        for file in files { try await compare(exports + "/" + file, known, place) }
    }

    /// Drafts from one file, and reads it by the draft and by the mapping that is known.
    private func compare(_ file: String, _ known: FeedDefinition, _ place: DraftedPlace) async throws {
        let outcome = try await place.draft(file, ["--unit", "mg/100mL"])
        #expect(outcome.code == 0, "\(file): \(outcome.errors)\(outcome.output)")
        let drafted = try place.feed(outcome.output)

        #expect(drafted.kind == known.kind, "\(file)")
        let fields = Set(known.columns.map(\.field))
        let unknown = fields.subtracting(drafted.columns.map(\.field))
        #expect(unknown == Self.unknowable[known.name] ?? [], "\(file)")
        let compared = fields.intersection(drafted.columns.map(\.field))
        let (records, rejected) = try place.records(drafted, file, fields: compared)
        let (expected, expectedRejected) = try place.records(known, file, fields: compared)
        #expect(records == expected, "\(file)")
        #expect(rejected == expectedRejected, "\(file)")
    }

    @Test(
        "and every preset's own columns are recognised",
        arguments: [
            "breath-testers", "breath-tests", "cameras", "cases", "internal-tests", "measures", "notices",
            "recordings", "robot-violations", "robots",
        ]
    )
    func presets(name: String) async throws {
        let place = try DraftedPlace()
        let text = try String(contentsOfFile: Repository.config + "/feeds/presets/\(name).yaml", encoding: .utf8)
        let preset = try place.feed(text)
        let file = try place.write(Data(PresetExport(preset).text.utf8), to: "export.csv")

        let outcome = try await place.draft(file, ["--unit", "mg/100mL"])
        #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output)")
        let drafted = try place.feed(outcome.output)
        #expect(drafted.kind == preset.kind)
        let found = Dictionary(uniqueKeysWithValues: drafted.columns.map { ($0.field, $0.columns) })
        for column in preset.columns { #expect(found[column.field] == column.columns, "\(column.field)") }
        let fields = Set(preset.columns.map(\.field))
        var same = preset
        same.format = drafted.format
        #expect(
            try place.records(drafted, file, fields: fields).records
                == place.records(same, file, fields: fields).records
        )
    }
}

/// An export with a preset's columns and a few plausible rows.
private struct PresetExport {
    let text: String

    init(_ feed: FeedDefinition) {
        var cells: [(name: String, values: [String])] = []
        for mapping in feed.columns where mapping.constant == nil {
            guard let name = mapping.columns.first, !cells.contains(where: { $0.name == name }) else { continue }
            let type = feed.kind.schema.fields.first { $0.name == mapping.field }?.type
            cells.append((name, Self.values(type, mapping)))
        }
        for name in feed.ignoredColumns { cells.append((name, ["x", "y", "z"])) }
        let rows = (0..<3).map { row in cells.map { $0.values[row] }.joined(separator: ",") }
        text = ([cells.map(\.name).joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    private static func values(_ type: FieldType?, _ mapping: ColumnMapping) -> [String] {
        switch type {
        case .instant: ["2025-03-01 10:00:00", "2025-03-02 23:59:59", "2025-03-28 00:00:00"]
        case .date: ["2025-03-01", "2025-03-02", "2025-03-28"]
        case .alcohol: ["0", "24.5", "88"]
        case .integer: mapping.scale == nil ? ["1", "2", "3"] : ["0.91", "0.92", "0.93"]
        case .choice, .flag: (0..<3).map { row in mapping.values.keys.sorted()[row % mapping.values.count] }
        case .organisation: ["430802000000", "430811000000", "430821000000"]
        case .policeNumber: ["110201", "110202", "110203"]
        case .personID: ["11010519491231002X", "110105194912310038", "110105194912310046"]
        case .personName: ["甲某", "乙某", "丙某"]
        case .plate: ["湘G12345", "湘G12346", "湘G12347"]
        case .phone: ["13800000001", "13800000002", "13800000003"]
        case .text, nil: ["A-1", "A-2", "A-3"]
        }
    }
}
