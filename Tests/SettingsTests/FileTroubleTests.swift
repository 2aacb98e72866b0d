import Foundation
import Glibc
import Settings
import Testing

@Suite("Files that are no configuration")
struct FileTroubleTests {
    @Test(
        "a file that is not there is named, with what to check",
        arguments: ["docket.yaml", "units.yaml", "law/clocks.yaml", "law/calendar.yaml", "law/matching.yaml"]
    )
    func missing(file: String) throws {
        let draft = try Draft()
        try draft.remove(file)
        #expect(try draft.complaint() == "\(file) 无法读取 / cannot be read — 检查路径与权限 / check the path and its permissions")
    }

    @Test("a folder of feeds that is not there is named at the key that names it")
    func missingFolder() throws {
        let draft = try Draft()
        try draft.replace("feeds: feeds", with: "feeds: [feeds, nowhere]")
        let complaint = try draft.complaint()
        #expect(complaint.hasPrefix("docket.yaml:28:8 feeds: 没有 nowhere / there is no nowhere — 检查路径"))
    }

    @Test("a pipe, a device or a folder is refused and never waited for")
    func notAFile() throws {
        let draft = try Draft()
        try draft.remove("units.yaml")
        #expect(mkfifo(draft.path("units.yaml"), 0o600) == 0)
        #expect(try draft.complaint().contains("units.yaml 不是普通文件 / not a regular file"))
        try draft.replace("units: units.yaml", with: "units: /dev/zero")
        #expect(try draft.complaint().contains("/dev/zero 不是普通文件"))
        try draft.replace("units: /dev/zero", with: "units: law")
        #expect(try draft.complaint().contains("law 不是普通文件"))
    }

    @Test("a link that leads to itself is refused; one that leads to a file is followed")
    func links() throws {
        let draft = try Draft()
        try draft.remove("units.yaml")
        #expect(symlink(draft.path("units.yaml"), draft.path("units.yaml")) == 0)
        #expect(try draft.complaint().contains("units.yaml"))
        try draft.remove("units.yaml")
        #expect(symlink(Repository.config + "/units.yaml", draft.path("units.yaml")) == 0)
        #expect(draft.problems.isEmpty)
    }

    @Test("a file without permission is refused", .disabled(if: geteuid() == 0, "root may read everything"))
    func forbidden() throws {
        let draft = try Draft()
        chmod(draft.path("units.yaml"), 0)
        #expect(try draft.complaint().contains("units.yaml 无法读取 / cannot be read"))
    }

    @Test(
        "what is no mapping of UTF-8 text is told apart",
        arguments: [
            ("", "不是键值结构"), ("# only a comment\n", "不是键值结构"), ("just words\n", "不是键值结构"), ("- a\n- b\n", "不是键值结构"),
            ("a: 1\n---\nb: 2\n", "YAML格式错误"), ("a:\n\tb: 1\n", "YAML格式错误"), ("a: [1, 2\n", "YAML格式错误"),
            ("a: \"never closed\n", "YAML格式错误"), ("a: *nobody\n", "YAML格式错误"), ("a: 1\na: 2\n", "键重复"),
            ("a: 1\n\"a\": 2\n", "键重复"), ("a: \u{7}\n", "有控制字符"), ("a: \0\n", "有控制字符"),
        ]
    )
    func noMapping(text: String, cause: String) throws {
        let draft = try Draft()
        try draft.write(text, to: "units.yaml")
        let problem = try #require(draft.problems.first)
        #expect(problem.file == draft.path("units.yaml"))
        #expect(problem.cause.contains(cause), "\(problem)")
        #expect(!problem.remedy.isEmpty)
    }

    @Test("an error of form is named by line and column")
    func syntaxPlace() throws {
        let draft = try Draft()
        try draft.replace("  review: 60s", with: "\treview: 60s")
        let problem = try draft.onlyProblem()
        #expect(problem.line == 22)
        #expect(problem.column == 1)
    }

    @Test("bytes that are not UTF-8 are refused, GB 18030 and UTF-16 too")
    func encoding() throws {
        let draft = try Draft()
        for bytes: [UInt8] in [[0x61, 0x3A, 0x20, 0xD6, 0xD0], [0xFF, 0xFE, 0x61, 0, 0x3A, 0], [0xED, 0xA0, 0x80]] {
            try draft.write(bytes, to: "units.yaml")
            #expect(try draft.complaint() == "units.yaml 不是UTF-8文本 / not UTF-8 text — 另存为UTF-8 / save it as UTF-8")
        }
    }

    @Test("a mark of UTF-8 and line ends of Windows change nothing")
    func windows() throws {
        let draft = try Draft()
        let text = try String(contentsOfFile: draft.path(), encoding: .utf8)
        try draft.write("\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n"))
        #expect(draft.problems.isEmpty, "\(draft.problems)")
    }

    @Test("a mebibyte is read, a byte more is refused")
    func large() throws {
        let draft = try Draft()
        let text = try String(contentsOfFile: draft.path("units.yaml"), encoding: .utf8) + "# "
        let padding = String(repeating: "x", count: (1 << 20) - text.utf8.count)
        try draft.write(text + padding, to: "units.yaml")
        #expect(draft.problems.isEmpty)
        try draft.write(text + padding + "x", to: "units.yaml")
        #expect(try draft.complaint().hasPrefix("units.yaml 超过1 MiB / larger than 1 MiB"))
    }
}
