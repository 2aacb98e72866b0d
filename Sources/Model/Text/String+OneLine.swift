extension String {
    /// The text fit to stand on one line of a letter, a message or a terminal, whatever a source wrote into it.
    ///
    /// Breaks and tabs become one space. What a reader cannot see but a terminal or browser obeys (escape sequences,
    /// direction overrides, joiners) is written out as `⟨U+202E⟩`: neutral, and still there to be noticed.
    package var inOneLine: String {
        var line = String.UnicodeScalarView()
        var spaceOwed = false
        for scalar in unicodeScalars {
            if scalar.breaksText {
                spaceOwed = !line.isEmpty
                continue
            }
            if spaceOwed { line.append(" ") }
            spaceOwed = false
            if scalar.actsUnseen {
                line.append(contentsOf: scalar.writtenOut.unicodeScalars)
            } else {
                line.append(scalar)
            }
        }
        return String(line)
    }
}

extension Unicode.Scalar {
    fileprivate var breaksText: Bool {
        switch properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: ("\t"..."\r").contains(self)
        }
    }

    /// Whether a terminal or browser obeys it and a reader does not see it.
    package var actsUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
        default: properties.isNoncharacterCodePoint
        }
    }

    fileprivate var writtenOut: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
    }
}
