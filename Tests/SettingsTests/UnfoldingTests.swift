import Settings
import Testing

@Suite("Files that would unfold or nest without end")
struct UnfoldingTests {
    @Test(
        "nesting without end is refused and overflows no stack",
        arguments: ["[", "{a: ", "- ", "? ", "[{", "{? ", "a:\n", "!a [", "&a [", "[[[,"]
    )
    func nesting(opening: String) throws {
        let draft = try Draft(isLean: true)
        for count in [33, 990, 100_000] {
            try draft.write("a: \n  " + String(repeating: opening, count: count), to: "units.yaml")
            #expect(!draft.problems.isEmpty)
            try draft.write(String(repeating: opening, count: count), to: "units.yaml")
            #expect(!draft.problems.isEmpty)
        }
    }

    @Test("what is closed again after a thousand levels is refused as well", arguments: [40, 400, 990, 5000])
    func closed(depth: Int) throws {
        let draft = try Draft()
        let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        try draft.write("units: \(nested)\nregions: []\n", to: "units.yaml")
        #expect(!draft.problems.isEmpty)
    }

    @Test("a few aliases that unfold into gigabytes are refused, as values and as keys", arguments: ["- ", "? "])
    func aliases(use: String) throws {
        let draft = try Draft()
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        try draft.write(text + "units:\n  \(use)*a12\n", to: "units.yaml")
        #expect(try draft.complaint().hasPrefix("units.yaml 展开后过大 / unfolds into too much"))
    }

    @Test("an alias or two may save writing")
    func usefulAlias() throws {
        let draft = try Draft()
        try draft.replace("name: { zh: 慈利大队", with: "name: &one { zh: 慈利大队", in: "units.yaml")
        try draft.replace("name: { zh: 桑植大队, en: Sangzhi Brigade }", with: "name: *one", in: "units.yaml")
        #expect(draft.problems.isEmpty, "\(draft.problems)")
    }
}
