import Foundation
import Simulation
import Testing

struct ExportTests {
    private static func write(seed: UInt64, scale: Double = 0.01, days: Int = 8) throws -> Scratch {
        let scratch = try Scratch()
        _ = try Simulation(seed: seed, days: days, scale: scale).write(to: scratch.path)
        return scratch
    }

    private var examples: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Config/examples/prefecture/feeds")
    }

    @Test("the same seed gives the same bytes, another seed others")
    func deterministic() throws {
        let first = try Self.write(seed: 11).fingerprint()
        #expect(try Self.write(seed: 11).fingerprint() == first)
        #expect(try Self.write(seed: 12).fingerprint() != first)
    }

    /// Two runs within one process would agree even if the order of a set, which differs between processes, had slipped
    /// into the bytes. Whoever changes the simulation on purpose puts the new number here.
    @Test("the bytes of seed 1 are those of every other process and machine")
    func pinned() throws {
        let fingerprint = try Self.write(seed: 1).fingerprint()
        #expect(fingerprint == 7_110_865_169_449_794_571)
    }

    @Test("every column a vendor writes stands in the feed's configuration")
    func columnsAreMapped() throws {
        let scratch = try Self.write(seed: 2)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/in").sorted()
        #expect(names.count == 22)
        for name in names {
            let text = try String(contentsOf: examples.appending(path: name + ".yaml"), encoding: .utf8)
            let first = try #require(try scratch.files().first { $0.name.hasPrefix("in/\(name)/") })
            let lines = Self.decode(first.bytes, isGB18030: name == "breath-tests").split(whereSeparator: \.isNewline)
            let header = lines[name == "cases-county" ? 1 : 0]
            for column in header.split(whereSeparator: { $0 == "," || $0 == ";" }) {
                #expect(text.contains(column.trimmingPrefix("\u{FEFF}")), "\(name): \(column)")
            }
        }
    }

    static func decode(_ bytes: Data, isGB18030: Bool) -> String {
        guard isGB18030 else { return String(decoding: bytes, as: UTF8.self) }
        let clean = bytes.filter { $0 != 0xFF }
        return String(data: clean, encoding: String.Encoding(rawValue: 0x8000_0632)) ?? ""
    }

    @Test("an old file comes again under a new name without a byte changed")
    func redelivered() throws {
        let files = try Self.write(seed: 4).files().filter { $0.name.hasPrefix("in/breath-tests/") }
        let again = try #require(files.first { $0.name.hasSuffix("20250309121500.csv") })
        #expect(files.count { $0.bytes == again.bytes } == 2)
        #expect(files.count == 9)
    }

    @Test("the register of the directly subordinate brigades stops three days early")
    func stale() throws {
        let names = try Self.write(seed: 4).files().map(\.name)
        #expect(names.last { $0.hasPrefix("in/cases-direct/") } == "in/cases-direct/ajdj_20250308083000.csv")
        #expect(names.last { $0.hasPrefix("in/cases-county/") } == "in/cases-county/cases_20250311083000.csv")
    }

    @Test("rows are spoilt in every way, and only where no absence is claimed")
    func spoiltRows() throws {
        let world = try Simulation(seed: 6, days: 14).world()
        let ways = Set(world.tests.compactMap(\.damage) + world.messages.compactMap(\.damage))
        #expect(ways == Set(Damage.allCases))
        // Of a spoilt test device and number can be read, so that no number is missing.
        #expect(world.tests.allSatisfy { [nil, .badTime, .impossibleValue].contains($0.damage) })
        #expect(world.messages.contains { $0.damage != nil })
        #expect(world.tests.allSatisfy { $0.damage == nil || ($0.hundredths ?? 0) < 2_000 })
    }

    @Test("the volume is that of a prefecture")
    func volume() throws {
        let world = try Simulation(seed: 1, days: 14).world()
        #expect((11_500...13_500).contains(world.tests.count), "\(world.tests.count) tests")
        #expect((25_000...29_000).contains(world.sightings.count), "\(world.sightings.count) sightings")
        let positive = world.tests.count { $0.isEvidential && ($0.hundredths ?? 0) >= 2_000 }
        #expect((25...55).contains(positive * 1000 / world.tests.count), "\(positive) positive")
    }

    @Test("the configuration points to the installation's checks and the example feeds")
    func configuration() throws {
        let scratch = try Scratch()
        try SimulationConfig(seed: 1, configDirectory: "/opt/docket's/Config").write(to: scratch.path)
        let files = try scratch.files()
        let main = try #require(files.first { $0.name == "docket.yaml" })
        let text = String(decoding: main.bytes, as: UTF8.self)
        #expect(text.contains("feeds: '/opt/docket''s/Config/examples/prefecture/feeds'\n"))
        #expect(text.contains("checks: '/opt/docket''s/Config/checks'\n"))
        #expect(files.first { $0.name == "id-pepper" }?.bytes.count == 32)
    }
}
