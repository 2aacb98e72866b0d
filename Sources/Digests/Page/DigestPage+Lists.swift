import Model

extension DigestPage {
    static func section(_ section: LetterSection, at number: Int) -> Markup {
        """
        <section id="\(anchor(number))">
        <h2>\(section.heading) <small>(\(section.count))</small></h2>
        \(body(of: section))</section>

        """
    }

    private static func body(of section: LetterSection) -> Markup {
        guard !section.units.isEmpty else { return "<p class=\"none\">\(section.none)</p>\n" }
        let note = section.note.map { "<p class=\"note\">\($0)</p>\n" as Markup }
        let units = section.units.map { unit in
            """
            <h3><code>\(unit.code)</code> \(unit.name)</h3>
            \(unit.entries.map { entry($0, section.standing) })
            """ as Markup
        }
        return "\(note)\(units)"
    }

    private static func entry(_ entry: LetterEntry, _ standing: LetterEntry.Standing) -> Markup {
        let beside = entry.titleBeside.map { "<span class=\"beside\" lang=\"en\">\($0)</span>\n" as Markup }
        let retrospective = entry.retrospective.map { "<span class=\"tag retrospective\">\($0)</span>\n" as Markup }
        let number = entry.number.map { "<span class=\"number\">\($0)</span>\n" as Markup }
        let late = entry.lateness.map { "\n<span class=\"late\">\($0)</span>" as Markup }
        return """
            <article class="\(word(for: standing)) \(entry.severity.rawValue)">
            <div class="title">
            <span class="tag severity">\(entry.severityWord)</span>
            <b>\(entry.title)</b>
            \(beside)\(retrospective)\(number)</div>
            <dl>
            <dt>\(entry.facts.label)</dt><dd class="facts">\(unbroken(entry.facts.text))</dd>
            <dt>\(entry.since.label)</dt><dd class="times"><span>\(entry.since.text)</span>
            <span><span>\(entry.due.label)</span>\(entry.due.text)</span>\(late)</dd>
            \(entry.notes.map { "<dt>\($0.label)</dt><dd>\($0.text)</dd>\n" as Markup })</dl>
            </article>

            """
    }

    /// The text, with numbers and masked names kept whole at the end of a line. Long ones may break all the same.
    private static func unbroken(_ text: String) -> Markup {
        var parts: [Markup] = []
        var word = ""
        func close() {
            let isWhole = word.count <= 20 && word.contains { $0 == "*" || ("0"..."9").contains($0) }
            parts.append(isWhole ? "<span class=\"whole\">\(word)</span>" : "\(word)")
            word = ""
        }
        for character in text.inOneLine {
            guard character != " " else {
                close()
                parts.append(" ")
                continue
            }
            word.append(character)
            if "，；：（）".contains(character) { close() }
        }
        close()
        return "\(parts)"
    }

    /// The class of the card; an undetermined matter is drawn apart from a lead by it.
    private static func word(for standing: LetterEntry.Standing) -> String {
        switch standing {
        case .open: "open"
        case .undetermined: "undetermined"
        case .closed: "closed"
        }
    }
}
