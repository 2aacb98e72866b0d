import Foundation
import Settings
import TestSupport
import Testing

@Suite("Garbage for configuration")
struct GarbageTests {
    private static let files = [
        "docket.yaml", "units.yaml", "law/thresholds.yaml", "law/alcohol-units.yaml", "law/clocks.yaml",
        "law/calendar.yaml", "law/matching.yaml", "checks/robots/sms-unreviewed.yaml", "feeds/breath-tests.yaml",
    ]

    @Test(
        "a shipped file with bytes lost, doubled and changed loads, or is complained of with a remedy",
        arguments: files
    )
    func spoilt(file: String) throws {
        let draft = try Draft(isLean: true)
        let sound = Array(try Data(contentsOf: URL(filePath: draft.path(file))))
        var chance = SeededGenerator(seed: 20_250_301)
        for _ in 0..<25 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &chance))
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes.removeSubrange(place..<end)
                case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
                case 2: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                default: bytes.insert(Array("[]{}:?-*&!|>'\"#,\t\n".utf8).randomElement(using: &chance) ?? 0, at: place)
                }
            }
            try draft.write(bytes, to: file)
            for problem in draft.problems {
                #expect(!problem.cause.isEmpty && !problem.remedy.isEmpty)
                #expect(!problem.description.contains("\n"))
            }
        }
    }

    @Test("values of every type where every other is expected are complained of, not tripped over", arguments: files)
    func wrongTypes(file: String) throws {
        let draft = try Draft(isLean: true)
        let lines = try String(contentsOfFile: draft.path(file), encoding: .utf8).components(separatedBy: "\n")
        let strange = [
            "[]", "{}", "~", "-1", "99999999999999999999", "1e999", ".nan", "{a: [b]}", "'\u{FEFF}'", "\"\\0\\uFFFF\"",
        ]
        for (index, line) in lines.enumerated() where index < 40 {
            guard let colon = line.range(of: ": ") else { continue }
            let value = strange[index % strange.count]
            var spoilt = lines
            spoilt[index] = String(line[..<colon.upperBound]) + value
            try draft.write(spoilt.joined(separator: "\n"), to: file)
            for problem in draft.problems { #expect(!problem.remedy.isEmpty) }
        }
    }

    @Test(
        "every file of JSONTestSuite is refused as configuration",
        .enabled(if: Corpus.isPresent, "the corpus is not here")
    )
    func corpus() throws {
        let draft = try Draft(isLean: true)
        for file in try Corpus.files {
            try draft.write(try Data(contentsOf: file), to: "units.yaml")
            #expect(!draft.problems.isEmpty, "\(file.lastPathComponent)")
        }
    }
}

/// JSONTestSuite, where it lies beside the repository: parsing's classical stumbling stones.
private enum Corpus {
    static let folder = URL(filePath: Repository.config)
        .appending(path: "../../shared/corpora/JSONTestSuite/test_parsing").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static var files: [URL] {
        get throws { try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) }
    }
}
