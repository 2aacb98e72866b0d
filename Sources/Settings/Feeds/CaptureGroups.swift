/// Counts what a regular expression captures; the standard library tells only after a match.
enum CaptureGroups {
    static func count(in pattern: String) -> Int {
        let characters = Array(pattern.unicodeScalars)
        var (index, count, classDepth) = (0, 0, 0)
        while index < characters.count {
            switch characters[index] {
            case "\\": index += 1
            case "[": classDepth += 1
            case "]" where classDepth > 0: classDepth -= 1
            case "(" where classDepth == 0 && isCapture(characters, at: index): count += 1
            default: break
            }
            index += 1
        }
        return count
    }

    /// `(…)` and `(?<name>…)` capture; every other `(?` does not, nor does the verb `(*`.
    private static func isCapture(_ characters: [Unicode.Scalar], at index: Int) -> Bool {
        func at(_ offset: Int) -> Unicode.Scalar? {
            index + offset < characters.count ? characters[index + offset] : nil
        }
        guard at(1) == "?" else { return at(1) != "*" }
        if at(2) == "P" { return at(3) == "<" }
        return at(2) == "<" && at(3) != "=" && at(3) != "!"
    }
}
