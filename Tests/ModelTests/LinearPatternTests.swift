import Model
import Testing

@Suite("A pattern takes one piece out of a text")
struct LinearPatternTests {
    private func captured(_ text: String, _ pattern: String) throws -> String? {
        let bytes = Array(text.utf8)
        switch try LinearPattern(pattern).match(bytes.span) {
        case .captured(let range): return String(decoding: bytes[range], as: UTF8.self)
        case .nothing: return "nothing"
        case .noMatch: return nil
        }
    }

    @Test(
        "the leftmost fit, and there what stands first in the pattern",
        arguments: [
            ("105/02/18提起訴願", #"^(\d+/\d+/\d+)"#, "105/02/18"),
            ("JC01(编号 88-2)", #"\(编号\s*([\w-]+)\)"#, "88-2"),
            ("设备：００１７号", #"(\d+)号"#, "００１７"),
            ("a1b22c333", #"(\d{2,})"#, "22"), ("a1b22c333", #"(\d{3})"#, "333"), ("aaa", "(a*?)$", "aaa"),
            ("aaa", "(a*?)", ""), ("aaa", "(a+?)", "a"), ("ab", "(a|ab)", "a"), ("ab", "(a|ab)$", "ab"),
            ("xyz", "x(?:y(z))?", "z"), ("xy", "x(?:y(z))?", "nothing"), ("湘G12345", "^[湘鄂]([A-Z]\\w{5})$", "G12345"),
            ("a.b", #"a\.(.)"#, "b"), ("a]b", #"[\]](.)"#, "b"), ("a-b", "[x-](.)", "b"), ("abc", "([^b]+)", "a"),
            ("2026", "((?:19|20)\\d\\d)", "2026"), ("", "^(x?)$", ""), ("abcabc", "(?:(abc))+$", "abc"),
            ("abab", "((?:ab){2})", "abab"), ("aab", "(a{1,2}b)", "aab"), ("x\ty", #"\t(.)"#, "y"),
        ]
    )
    func fits(text: String, pattern: String, wanted: String) throws {
        #expect(try captured(text, pattern) == wanted)
    }

    @Test(
        "what does not fit is said not to",
        arguments: [
            ("abc", #"(\d)"#), ("abc", "^(b)"), ("abc", "(b)$"), ("", "(x)"), ("a\u{FF}", "^(a)$"), ("三", #"(\d)"#),
        ]
    )
    func unfit(text: String, pattern: String) throws {
        #expect(try captured(text, pattern) == nil)
    }

    @Test(
        "a pattern that is none is refused with its place",
        arguments: [
            ("", 1), ("abc", 4), ("(a)(b)", 7), ("(a", 3), ("a)", 2), ("*(a)", 1), ("([a)", 5), ("(a{2)", 5),
            ("(a{3,2})", 8),
            ("(a{101})", 8), (#"(\q)"#, 3), ("(a)\\", 5), ("(?=a)(b)", 3), ("([])", 4), ("([z-a])", 4), (#"([\D])"#, 5),
            ("(((a{100}){100}){100})", 16), (String(repeating: "(?:", count: 21), 62),
            (String(repeating: "a", count: 201), 201),
        ]
    )
    func refused(pattern: String, position: Int) {
        let error = #expect(throws: LinearPatternError.self) { try LinearPattern(pattern) }
        #expect(error?.position == position, "\(pattern): \(error?.description ?? "")")
    }

    @Test(
        "no pattern on any text takes longer than its size times theirs",
        arguments: [
            "^(a+)+$", "^(?:a+)+(b)$", "(?:a?){100}(a{100})", "(?:a|a)*(b)", "(?:a*)*(b)", "(?:.*)(?:.*)(?:.*)(=)",
            "((?:a|aa)+)$",
            "(x+x+y)",
        ]
    )
    func isLinear(pattern: String) throws {
        guard (try? LinearPattern(pattern)) != nil else { return }
        let clock = ContinuousClock()
        for letter in ["a", "x"] {
            let bytes = Array((String(repeating: letter, count: LinearPattern.longestText - 1) + "!").utf8)
            let compiled = try LinearPattern(pattern)
            let time = clock.measure { _ = compiled.match(bytes.span) }
            #expect(time < .seconds(1), "\(time)")
        }
    }

    @Test("a text longer than a pattern is applied to does not fit")
    func tooLong() throws {
        #expect(try captured(String(repeating: "a", count: LinearPattern.longestText + 1), "(a)") == nil)
        #expect(try captured(String(repeating: "a", count: LinearPattern.longestText), "(a)") == "a")
    }

    @Test("on random patterns and texts it agrees with the standard library")
    func agrees() throws {
        let atoms = [
            "a", "b", "[ab]", ".", "a*", "b+", "a?", "(?:ab)*", "(?:a|b)+", "b{1,2}", "(?:ab|a)", "a*?", "^", "$",
        ]
        var chance = Chance(seed: 77)
        var wrong: [String] = []
        var compared = 0
        for _ in 0..<1000 {
            func part() -> String {
                (0..<Int.random(in: 0...2, using: &chance)).map { _ in atoms.randomElement(using: &chance) ?? "" }
                    .joined()
            }
            let pattern = part() + "(" + part() + ")" + part()
            let regex = try Regex(pattern)
            let linear = try LinearPattern(pattern)
            for _ in 0..<4 {
                let text = (0..<Int.random(in: 0...7, using: &chance)).map { _ in
                    ["a", "b", "c"].randomElement(using: &chance) ?? ""
                }.joined()
                let match = try regex.firstMatch(in: text)
                let bytes = Array(text.utf8)
                let outcome = linear.match(bytes.span)
                compared += 1
                let expected: LinearPattern.Outcome
                if let match {
                    let range = match.output[1].range
                    expected =
                        range.map {
                            .captured(
                                text.utf8.distance(
                                    from: text.startIndex,
                                    to: $0.lowerBound
                                )..<text.utf8.distance(from: text.startIndex, to: $0.upperBound)
                            )
                        } ?? .nothing
                } else {
                    expected = .noMatch
                }
                if outcome != expected { wrong.append("\(pattern) on \(text): \(outcome), not \(expected)") }
            }
        }
        #expect(compared == 4000)
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }
}
