import Model
import Settings
import Testing

/// What was learned of the line before makes the next one quicker to read. It must not make it another.
@Suite("A JSON line says the same whatever stands before it")
struct JSONAlikeTests {
    private static let names =
        [
            "\"no\"", "\"at\"", "\"plate\"", "\"car\"", "\"note\"", "\"other\"", "\"n\\u006f\"", "\"a\\\"no\"", "\"\"",
            "\"car.plate\"",
        ] + [62, 63, 64, 65].map { "\"" + String(repeating: "n", count: $0) + "\"" }
    /// More members than are remembered.
    private static let many = (0..<260).map { (name: "\"m\($0)\"", value: "\"\($0)\"") }
    private static let values = [
        "\"a\"", "\"湘G1\"", "\"\"", "\"b\\\"c\"", "\"\\u6e58\"", "null", "true", "false", "0", "-1.5e3", "12",
        "{\"plate\":\"湘G2\"}",
        "{\"plate\":null,\"no\":\"x\"}", "{}", "[]", "[\"x\",{\"no\":1}]", "nul", "01",
        "\"\u{1}\"", "\"\\ud800\"",
    ]

    private func member(_ random: inout SeededGenerator) -> (name: String, value: String) {
        // Wanted names and plain values most of all: else hardly any two lines would be alike.
        let isPlain = Int.random(in: 0..<8, using: &random) > 0
        return (
            (isPlain ? Self.names[..<5] : Self.names[...]).randomElement(using: &random) ?? "",
            (isPlain ? Self.values[..<3] : Self.values[...]).randomElement(using: &random) ?? ""
        )
    }

    private func line(_ members: [(name: String, value: String)], _ random: inout SeededGenerator) -> String {
        let (comma, colon) = [(",", ":"), (", ", ": "), (" ,\t", " :  ")].randomElement(using: &random) ?? (",", ":")
        let text = members.map { $0.name + colon + $0.value }.joined(separator: comma)
        return ["{\(text)}", "{ \(text) }", "[{\(text)}]", "{\(text)} ", "{\(text)"][
            max(0, Int.random(in: -16..<5, using: &random))
        ]
    }

    /// Lines of which many have the members of the one before, with other values or one member more, fewer or renamed.
    private func lines(_ random: inout SeededGenerator) -> [String] {
        var members: [(name: String, value: String)] = []
        return (0..<30).map { _ in
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                members = Int.random(in: 0..<12, using: &random) == 0 ? Self.many : []
                members += (0..<Int.random(in: 0...5, using: &random)).map { _ in member(&random) }
            case 1: members.append(member(&random))
            case 2: members = Array(members.dropLast())
            case 3 where !members.isEmpty:
                members[Int.random(in: members.indices, using: &random)].name = member(&random).name
            default: for index in members.indices { members[index].value = member(&random).value }
            }
            return line(members, &random)
        }
    }

    @Test("every line of a file gives the cells or the fault it gives alone", arguments: 0..<100)
    func alone(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 8000)
        for unknown in [FeedDefinition.UnknownColumns.ignore, .refuse] {
            let lines = lines(&random)
            let file = (seed % 2 == 0 ? "\u{FEFF}" : "") + lines.joined(separator: seed % 3 == 0 ? "\r\n" : "\n")
            let size = Int.random(in: 1...300, using: &random)
            let together = try readJSON(Array(file.utf8), .lines, unknown: unknown, bufferSize: size)
            let alone = try lines.flatMap { try readJSON($0, .lines, unknown: unknown) }
            #expect(together.map(\.summary) == alone.map(\.summary), "\(lines.joined(separator: "\n"))")
        }
    }
}
