/// Breaks text into lines of so many columns, between Chinese characters and at the spaces of the rest.
package struct LineBreaking {
    /// Columns of the first line, and of all others.
    private let first: Int
    private let rest: Int

    /// What must not stand first in a line, and what must not stand last.
    private static let closing = Set<Character>("，。；：、！？）》」』】〉〕％%·”’,.;:!?)]}⟩*")
    private static let opening = Set<Character>("（《「『【〈〔“‘([{⟨")

    /// - Parameters:
    ///   - first: columns of the first line.
    ///   - rest: columns of all others.
    package init(first: Int, rest: Int) {
        self.first = max(2, first)
        self.rest = max(2, rest)
    }

    /// Breaks a text.
    ///
    /// - Parameter text: of one paragraph.
    /// - Returns: its lines, at least one.
    package func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for atom in atoms(of: text) {
            let gap = atom.isSpaced && used > 0 ? 1 : 0
            if used > 0, used + gap + atom.text.columns > limit(after: lines) {
                lines.append(line)
                (line, used) = ("", 0)
            } else if gap > 0 {
                line.append(" ")
                used += 1
            }
            for piece in pieces(of: atom.text) {
                if used > 0, used + piece.columns > limit(after: lines) {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(piece)
                used += piece.columns
            }
        }
        return lines + [line]
    }

    private func limit(after lines: [String]) -> Int {
        lines.isEmpty ? first : rest
    }

    /// What stays together on a line: a word, or one Chinese character with the punctuation that clings to it.
    private struct Atom {
        var text: String
        let isSpaced: Bool
    }

    private func atoms(of text: String) -> [Atom] {
        var atoms: [Atom] = []
        var isSpaced = false
        var last: Character?
        for character in text {
            guard character != " " else {
                (isSpaced, last) = (true, nil)
                continue
            }
            if let previous = last, let index = atoms.indices.last, clings(character, to: previous) {
                atoms[index].text.append(character)
            } else {
                atoms.append(Atom(text: String(character), isSpaced: isSpaced))
            }
            (isSpaced, last) = (false, character)
        }
        return atoms
    }

    private func clings(_ character: Character, to previous: Character) -> Bool {
        if Self.closing.contains(character) || Self.opening.contains(previous) { return true }
        // A number keeps what it counts: 3 and 条 are not parted.
        if previous.isASCII, previous.isNumber, character.isLetter { return true }
        return character.columns < 2 && previous.columns < 2
    }

    /// The characters of a word, for one too long for any line. A character may itself be a heap of hundreds of
    /// scalars; such a one is taken apart.
    private func pieces(of word: String) -> [String] {
        word.flatMap { character in
            character.columns <= 2 ? [String(character)] : character.unicodeScalars.map { String($0) }
        }
    }
}
