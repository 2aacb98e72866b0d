import Model

/// Writes the lines of a draft no wider than a person sees at once, for it is there to be read and mended.
enum DraftedLine {
    private static let width = 100
    /// How far a setting that goes on is set in.
    private static let step = 4

    /// A setting with a remark behind it, or above it where both do not fit one line.
    static func setting(_ text: String, indent: Int = 0, remark: String? = nil) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let whole = margin + text + (remark.map { "   # " + YAMLText.comment($0) } ?? "")
        guard whole.columns > width else { return [whole] }
        return (remark.map { comment($0, indent: indent) } ?? []) + broken(text, margin)
    }

    /// A remark on lines of its own.
    static func comment(_ text: String, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent) + "# "
        let room = width - margin.columns
        let lines = LineBreaking(first: room, rest: room - 2).lines(of: YAMLText.comment(text))
        return lines.enumerated().map { margin + ($0 == 0 ? "" : "  ") + $1 }
    }

    /// A setting that is written out and not in force.
    static func example(_ text: String, indent: Int = 0) -> [String] {
        broken(YAMLText.comment(text), String(repeating: " ", count: indent) + "# ")
    }

    /// Goes on in a new line behind a comma within brackets; what stands between two commas stays whole, and brackets
    /// within brackets do as long as they fit.
    private static func broken(_ text: String, _ margin: String) -> [String] {
        var lines: [String] = []
        var line = margin
        let room = width - margin.columns - step
        for piece in pieces(text, depth: 1).flatMap({ $0.columns > room ? pieces($0, depth: 2) : [$0] }) {
            let shown = line.columns + (piece.last == " " ? piece.columns - 1 : piece.columns)
            if shown > width, line.columns > margin.columns + step {
                lines.append(trimmed(line))
                line = margin + String(repeating: " ", count: step)
            }
            line += piece
        }
        return lines + [trimmed(line)]
    }

    /// The text cut behind each comma that parts values within so many brackets, seen from the outermost.
    private static func pieces(_ text: String, depth most: Int) -> [String] {
        var (pieces, piece): ([String], String) = ([], "")
        var (depth, quote, isEscaped): (Int, Character?, Bool) = (0, nil, false)
        var last: Character?
        for character in text {
            piece.append(character)
            if let open = quote {
                if !isEscaped, character == open { quote = nil }
                isEscaped = !isEscaped && open == "\"" && character == "\\"
            } else {
                switch character {
                case "\"", "'": quote = character
                case "[", "{": depth += 1
                case "]", "}": depth -= 1
                case " " where last == "," && (1...most).contains(depth):
                    pieces.append(piece)
                    piece = ""
                default: break
                }
            }
            last = character
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }
}
