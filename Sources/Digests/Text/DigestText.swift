package import Model

/// A digest as plain text, for a terminal or a mail.
package enum DigestText {
    static let width = 96

    /// Lays the digest out in lines of at most 96 columns, a Chinese character counting two.
    ///
    /// The text ends with a line break and holds no control character but line breaks.
    package static func render(_ content: DigestContent, language: Language) -> String {
        let letter = Letter(content, language: language)
        var sheet = Sheet(width: width)
        writeHead(of: letter, on: &sheet)
        for section in letter.sections { write(section, on: &sheet) }
        write(letter.examined, on: &sheet)
        write(letter.feeds, on: &sheet)
        sheet.blank()
        sheet.rule("=")
        for sentence in letter.closing { sheet.paragraph(sentence) }
        return sheet.lines.joined(separator: "\n") + "\n"
    }

    private static func writeHead(of letter: Letter, on sheet: inout Sheet) {
        sheet.rule("=")
        sheet.ends(letter.name, letter.issue)
        sheet.paragraph(letter.region)
        sheet.paragraph(letter.period)
        sheet.rule("=")
        sheet.blank()
        for sentence in letter.summary { sheet.paragraph(sentence) }
    }

    private static func writeHeading(_ heading: String, on sheet: inout Sheet) {
        sheet.blank()
        sheet.blank()
        sheet.paragraph(heading)
        sheet.rule("-")
    }

    private static func write(_ section: LetterSection, on sheet: inout Sheet) {
        writeHeading("\(section.heading) (\(section.count))", on: &sheet)
        guard !section.units.isEmpty else {
            sheet.paragraph(section.none, indent: 2)
            return
        }
        if let note = section.note { sheet.paragraph(note, indent: 2) }
        for (number, unit) in section.units.enumerated() {
            if number > 0 || section.note != nil { sheet.blank() }
            sheet.paragraph("\(unit.code) \(unit.name)", indent: 2, hanging: 2)
            for entry in unit.entries {
                sheet.blank()
                write(entry, on: &sheet)
            }
        }
    }

    private static func write(_ entry: LetterEntry, on sheet: inout Sheet) {
        let marks = [entry.severityWord, entry.retrospective].compactMap { $0 }.map { "[\($0)]" }
        let title = entry.titleBeside.map { "\(entry.title) (\($0))" } ?? entry.title
        sheet.paragraph(
            ([entry.number].compactMap { $0 } + marks + [title]).joined(separator: " "),
            indent: 4,
            hanging: 2
        )
        let due = [entry.due.text, entry.lateness.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
        let lines = [entry.facts, entry.since, (entry.due.label, due)] + entry.notes
        let column = lines.reduce(0) { max($0, $1.label.columns) } + 2
        for line in lines where !line.text.isEmpty { sheet.labelled(line.label, line.text, indent: 6, column: column) }
    }
}
