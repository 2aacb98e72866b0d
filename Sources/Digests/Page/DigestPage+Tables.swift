extension DigestPage {
    static func examined(_ examined: LetterExamined) -> Markup {
        guard !examined.rows.isEmpty else { return section(examined.heading, none: examined.none) }
        return """
            <section>
            <h2>\(examined.heading)</h2>
            <table>
            <thead>\(headings(examined.columns, numbers: 1...5))</thead>
            <tbody>
            \(examined.rows.map(row))</tbody>
            </table>
            </section>

            """
    }

    private static func row(_ row: LetterExamined.Row) -> Markup {
        let beside = row.titleBeside.map { "<span class=\"beside\" lang=\"en\">\($0)</span>" as Markup }
        let outcome: Markup =
            switch row.outcome {
            case .counts(let counts): "\(counts.map { "<td class=\"n\">\($0)</td>" as Markup })"
            case .notRunnable(let reason): "<td class=\"idle\" colspan=\"5\">\(reason)</td>"
            }
        return "<tr><td>\(row.title)\(beside)<span class=\"id\">\(row.id)</span></td>\(outcome)</tr>\n"
    }

    static func feeds(_ feeds: LetterFeeds) -> Markup {
        guard !feeds.rows.isEmpty else { return section(feeds.heading, none: feeds.none) }
        return """
            <section>
            <h2>\(feeds.heading)</h2>
            <table>
            <thead>\(headings(feeds.columns, numbers: 1...2))</thead>
            <tbody>
            \(feeds.rows.map(row))</tbody>
            </table>
            </section>

            """
    }

    private static func row(_ row: LetterFeeds.Row) -> Markup {
        let warnings = row.warnings.map { "<p class=\"wrong\">\($0)</p>" as Markup }
        return """
            <tr><td>\(row.kind)<span class="id">\(row.name)</span>\(warnings)</td><td class="n">\(row.deliveries)</td>\
            <td class="n">\(row.unreadable)</td><td>\(account(row.account))</td>\
            <td class="when">\(row.completeUntil)</td><td class="when">\(row.lastDelivery)</td></tr>

            """
    }

    private static func account(_ account: LetterFeeds.Account) -> Markup {
        let parts = account.parts.enumerated().map { number, part in
            "<li>\(number == 0 ? "=" : "+") \(part.label) \(part.text)</li>\n" as Markup
        }
        let wrong = account.discrepancy.map { "<p class=\"wrong\">\($0)</p>" as Markup }
        return "<ul class=\"account\"><li>\(account.read.label) \(account.read.text)</li>\n\(parts)</ul>\(wrong)"
    }

    private static func section(_ heading: String, none: String) -> Markup {
        "<section>\n<h2>\(heading)</h2>\n<p class=\"none\">\(none)</p>\n</section>\n"
    }

    private static func headings(_ columns: [String], numbers: ClosedRange<Int>) -> Markup {
        let cells = columns.enumerated().map { place, column in
            numbers.contains(place)
                ? "<th scope=\"col\" class=\"n\">\(column)</th>" as Markup
                : "<th scope=\"col\">\(column)</th>" as Markup
        }
        return "<tr>\(cells)</tr>"
    }
}
