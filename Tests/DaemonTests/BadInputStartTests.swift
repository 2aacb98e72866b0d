import Foundation
import TestSupport
import Testing

@Suite("What the program cannot begin with", .ownDatabase, .timeLimit(.minutes(20)))
struct BadInputStartTests {
    private static let asOf = ["--as-of", "2025-03-17T09:00:00+08:00"]
    /// The verbs that take records in, and so need the key.
    private static let takers = [["run", "--until-drained"] + asOf, ["intake"]]
    private static let verbs =
        takers + [["review"], ["digest"], ["status"], ["explain", "430800-2026-00012"]]

    /// Runs a verb, which must fail with a code and words on standard error, and leave every table as it is.
    private func expect(
        _ code: Int32,
        _ words: [String],
        _ verb: [String],
        _ place: BadInputPlace,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try await BadInputPlace.census()
        let run = try await DocketProgram.run(verb + place.config)
        #expect(run.code == code, "\(run.errors)", sourceLocation: sourceLocation)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)", sourceLocation: sourceLocation) }
        #expect(run.errors.hasPrefix("docket: "), sourceLocation: sourceLocation)
        #expect(try await BadInputPlace.census() == before, sourceLocation: sourceLocation)
    }

    @Test(
        "a key of 31 bytes is refused with 78, as is one that is missing; both are told how to make one",
        arguments: takers
    )
    func pepper(verb: [String]) async throws {
        let place = try BadInputPlace()
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1), as: "a.csv")
        try place.folder.write([UInt8](repeating: 1, count: 31), to: "id-pepper")
        try await expect(78, [place.path("id-pepper"), "密钥只有 31 字节", "at least 32"], verb, place)
        try FileManager.default.removeItem(atPath: place.path("id-pepper"))
        try await expect(78, [place.path("id-pepper"), "无法读取个人信息密钥", "head -c 32 /dev/urandom"], verb, place)
    }

    @Test(
        "a state directory that cannot be made is refused with 74 and its path, by those who write to it",
        arguments: takers
    )
    func stateDirectory(verb: [String]) async throws {
        let place = try BadInputPlace(state: "id-pepper/state")
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1), as: "a.csv")
        try await expect(74, [place.path("id-pepper/state"), "请"], verb, place)
    }

    @Test("whoever only looks makes nothing and writes nothing, and needs no state directory")
    func looking() async throws {
        let place = try BadInputPlace(state: "id-pepper/state")
        let before = try await BadInputPlace.census()
        let run = try await DocketProgram.run(["status"] + place.config)
        #expect(run.code == 0, "\(run.errors)")
        try await expect(65, ["没有预警"], ["explain", "430800-2026-00012"], place)
        #expect(try await BadInputPlace.census() == before)
    }

    @Test("a digest that cannot be laid on the disk ends with 74, and is laid out once the disk is in order")
    func digest() async throws {
        let place = try BadInputPlace()
        try place.folder.write("in the way", to: "state/digests")
        let refused = try await DocketProgram.run(["digest"] + Self.asOf + place.config)
        #expect(refused.code == 74)
        #expect(refused.errors.contains(place.path("state/digests") + ": 无法写入日报"), "\(refused.errors)")
        try FileManager.default.removeItem(atPath: place.path("state/digests"))
        let later = ["--as-of", "2025-03-18T09:00:00+08:00"]
        let run = try await DocketProgram.run(["digest"] + later + place.config)
        #expect(run.code == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path("state/digests")).sorted()
        #expect(
            files == ["430800-00001.html", "430800-00001.txt", "430800-00002.html", "430800-00002.txt"]
        )
    }

    @Test("every problem of the configuration is told with its place, and ends with 78")
    func configuration() async throws {
        let place = try BadInputPlace()
        let text = try String(contentsOfFile: place.path("docket.yaml"), encoding: .utf8)
        try place.folder.write(text.replacing("poll: 1s", with: "pole: 1s"), to: "docket.yaml")
        for verb in Self.verbs + [["config", "check"], ["migrate"]] {
            let words = [
                place.path("docket.yaml") + ":5:13 schedule.pole: 未知的键 / unknown key — 应为 poll?", "schedule.poll: 缺少此项",
            ]
            try await expect(78, words, verb, place)
        }
        try FileManager.default.removeItem(atPath: place.path("docket.yaml"))
        try await expect(78, [place.path("docket.yaml"), "无法读取 / cannot be read"], ["config", "check"], place)
    }

    @Test("an alert nobody raised ends with 65")
    func noAlert() async throws {
        let place = try BadInputPlace()
        try await expect(65, ["没有预警 430800-2026-00012 / there is no alert"], ["explain", "430800-2026-00012"], place)
    }

    @Test("an answer key that is missing ends with 74, one that is none with 65")
    func answerKey() async throws {
        let place = try BadInputPlace()
        try await expect(74, ["nowhere.json", "无法读取"], ["score", "--key", place.path("nowhere.json")], place)
        try await expect(65, ["docket.yaml", "不是答案文件"], ["score", "--key", place.path("docket.yaml")], place)
    }

    @Test("a file that is tried and cannot be read ends with 65, one that is missing with 74; nothing is stored")
    func feedTry() async throws {
        let place = try BadInputPlace()
        try place.deliver("a,b\n1,2\n", as: "a.csv")
        let file = place.path("in/breath-tests/a.csv")
        try await expect(65, ["第 1 行 / line 1: 缺少列"], ["feed", "try", "breath-tests", file], place)
        let gone = [file + "x: 没有这个文件，请核对路径和文件名 / there is no such file"]
        try await expect(74, gone, ["feed", "try", "breath-tests", file + "x"], place)
        try await expect(74, gone, ["feed", "draft", file + "x"], place)
    }

    @Test("a folder a simulation cannot be written to ends with 74 and its path")
    func simulate() async throws {
        let place = try BadInputPlace()
        let run = try await DocketProgram.run(
            ["simulate", "--days", "8", "--scale", "0.001", "--out", place.path("id-pepper/x")]
                + ["--config-directory", BadInputPlace.shippedConfig]
        )
        #expect(run.code == 74, "\(run.errors)")
        #expect(run.errors.contains(place.path("id-pepper/x")))
    }
}
