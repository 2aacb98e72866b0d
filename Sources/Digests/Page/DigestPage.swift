package import Model

/// A digest as one HTML page that stands alone: no script, nothing fetched, fit for A4.
package enum DigestPage {
    /// The page as UTF-8 text. All that came from records or configuration is escaped.
    package static func render(_ content: DigestContent, language: Language) -> String {
        let letter = Letter(content, language: language)
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(tag(of: language))">
            \(head(of: letter))<body>
            \(heading(of: letter))<main>
            \(letter.sections.enumerated().map { section($1, at: $0) })\(examined(letter.examined))\(feeds(letter.feeds))</main>
            \(closing(of: letter))</body>
            </html>

            """
        return page.html
    }

    private static func tag(of language: Language) -> String {
        switch language {
        case .chinese: "zh-CN"
        case .english: "en"
        }
    }

    private static func head(of letter: Letter) -> Markup {
        """
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(letter.name) \(letter.issue) \(letter.region)</title>
        \(PageStyle.sheet(for: letter))</head>

        """
    }

    private static func heading(of letter: Letter) -> Markup {
        let tallies = letter.tallies.enumerated().map { number, tally in
            "<a href=\"#\(anchor(number))\"><b>\(tally.text)</b><span>\(tally.label)</span></a>\n" as Markup
        }
        return """
            <header>
            <h1>\(letter.name)</h1>
            <p><span>\(letter.region)</span><span>\(letter.issue)</span><span>\(letter.period)</span></p>
            </header>
            <nav class="tallies">
            \(tallies)</nav>
            \(letter.summary.map { "<p>\($0)</p>\n" as Markup })
            """
    }

    private static func closing(of letter: Letter) -> Markup {
        "<footer>\n\(letter.closing.map { "<p>\($0)</p>\n" as Markup })</footer>\n"
    }

    static func anchor(_ number: Int) -> String { "list-\(number + 1)" }
}
