import Model

/// The style sheet of a digest: quiet on a screen, black on white on A4.
enum PageStyle {
    /// The sheet, with the letter's name and region repeated at the head and foot of each printed page.
    static func sheet(for letter: Letter) -> Markup {
        let running = Running(
            left: "\(letter.name)  \(letter.issue)",
            right: letter.region,
            foot: letter.closing.first ?? "",
            page: letter.language == .chinese ? ("第 ", " 页，共 ", " 页") : ("Page ", " of ", "")
        )
        return Markup(stringLiteral: "<style>\n" + screen + "\n" + running.rules + "\n</style>\n")
    }

    /// What stands in the margins of each printed page.
    private struct Running {
        let left: String
        let right: String
        let foot: String
        let page: (String, String, String)

        var rules: String {
            """
            @page { size: A4 portrait; margin: 17mm 14mm 16mm;
              font: 8.5pt \(sans);
              @top-left { content: \(quoted(left)); }
              @top-right { content: \(quoted(right)); }
              @bottom-left { content: \(quoted(foot)); }
              @bottom-right { content: \(quoted(page.0)) counter(page) \(quoted(page.1)) counter(pages) \(quoted(page.2)); }
            }
            @page :first { margin-top: 12mm; @top-left { content: ""; } @top-right { content: ""; } }
            """
        }

        /// A CSS string in which nothing but plain letters and digits stands for itself.
        private func quoted(_ text: String) -> String {
            var css = "\""
            for scalar in text.inOneLine.unicodeScalars {
                if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                    css.unicodeScalars.append(scalar)
                } else {
                    css += "\\" + String(scalar.value, radix: 16) + " "
                }
            }
            return css + "\""
        }
    }

    private static let screen = """
        :root { --ink: #1b1f24; --soft: #59626d; --line: #d5dae0; --rule: #24476b; --paper: #fff; --desk: #eef1f4; }
        * { box-sizing: border-box; }
        html { background: var(--desk); font-size: 15px; }
        body { margin: 0 auto; max-width: 58rem; padding: 2.2rem 2.6rem 2rem; background: var(--paper);
          color: var(--ink); font: 1rem/1.6 \(sans); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        h1, h2, h3, p, dl, dd { margin: 0; }
        header { border-bottom: 3px double var(--rule); padding-bottom: .9rem; text-align: center; }
        h1 { font: 700 1.75rem/1.3 \(serif); letter-spacing: .06em; color: var(--rule); }
        :lang(en) h1 { letter-spacing: 0; }
        header p { display: flex; flex-wrap: wrap; justify-content: center; gap: .1rem 2rem; margin-top: .5rem; }
        header span { unicode-bidi: isolate; }
        dt { color: var(--soft); }
        .tallies { display: grid; grid-template-columns: repeat(4, 1fr); margin: 1.1rem 0 .9rem;
          border: 1px solid var(--line); }
        .tallies a { padding: .45rem .4rem; text-align: center; color: inherit; text-decoration: none; }
        .tallies a + a { border-left: 1px solid var(--line); }
        .tallies b { display: block; font-size: 1.45rem; line-height: 1.25; font-weight: 600; }
        .tallies span { color: var(--soft); font-size: .87rem; }
        h2 { margin: 1.7rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1.5px solid var(--rule);
          font: 700 1.15rem/1.4 \(serif); color: var(--rule); }
        h2 small { font: 400 .9rem \(sans); color: var(--soft); }
        h3 { margin: .9rem 0 .4rem; font-size: 1rem; unicode-bidi: isolate; }
        h3 code, .number, .id { font: .86em/1.4 \(mono); color: var(--soft); font-weight: 400; }
        .note, .none { color: var(--soft); margin: .3rem 0; }
        article { margin: .5rem 0; padding: .5rem .8rem .55rem; border: 1px solid var(--line);
          border-left: 4px solid #9aa5b1; }
        article.critical { border-left-color: #8c1d18; }
        article.high { border-left-color: #b4650a; }
        article.medium { border-left-color: #4b6a88; }
        article.undetermined { border: 1px dashed #8a949f; }
        article.closed { border-left-width: 1px; border-color: var(--line); }
        .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .55rem; }
        .title b { font-size: 1.03rem; }
        .title .number { margin-left: auto; }
        [lang=en].beside { color: var(--soft); font-size: .8rem; }
        .tag { border: 1px solid currentColor; border-radius: 2px; padding: 0 .4em; font-size: .82rem; line-height: 1.45;
          white-space: nowrap; color: var(--soft); }
        .open.critical .severity { color: #8c1d18; border-width: 2px; font-weight: 700; }
        .open.high .severity { color: #99520a; font-weight: 700; }
        .open.medium .severity { color: #34526f; }
        .undetermined .severity { border-style: dashed; }
        article dl { display: grid; grid-template-columns: max-content 1fr; gap: .05rem .9rem; margin-top: .2rem; }
        article dd { unicode-bidi: isolate; }
        .open .late { font-weight: 700; }
        .undetermined .late { color: var(--soft); }
        .times { display: flex; flex-wrap: wrap; gap: 0 1.6em; }
        .times span span { color: var(--soft); margin-right: .5em; }
        .facts { font-size: 1.02rem; }
        .whole { white-space: nowrap; }
        table { width: 100%; border-collapse: collapse; font-size: .92rem; }
        th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--ink);
          padding: .25rem .5rem; vertical-align: bottom; }
        td { padding: .32rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        th.n, td.n { text-align: right; white-space: nowrap; }
        td .beside, td .id { display: block; }
        .idle { font-weight: 600; }
        .account { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 .35em; }
        .account li { white-space: nowrap; }
        .when { white-space: nowrap; }
        .wrong { font-weight: 700; color: #8c1d18; }
        footer { margin-top: 2rem; padding-top: .6rem; border-top: 3px double var(--rule); font-size: .87rem;
          color: var(--soft); }
        footer p:first-child { color: var(--ink); font-weight: 600; }
        @media screen and (max-width: 40rem) {
          body { padding: 1rem; }
          .tallies { grid-template-columns: 1fr 1fr; }
          table, thead, tbody { display: block; }
          tr { display: grid; grid-template-columns: .8fr .85fr 1.4fr 1.1fr 1fr; border-bottom: 1px solid var(--line); }
          thead tr { border-color: var(--ink); }
          th, td { border: 0; padding: .2rem .25rem; }
          th { font-size: .7rem; }
          th, td, .account { min-width: 0; }
          .account { font-size: .9em; }
          tr > :first-child, td.idle { grid-column: 1 / -1; }
          .when { white-space: normal; }
        }
        @media print {
          :root { --ink: #000; --soft: #333; --line: #999; --rule: #000; }
          html, body { background: #fff; }
          html { font-size: 9.5pt; }
          body { max-width: none; padding: 0; line-height: 1.5; }
          article.open { border-left-color: #000; }
          article.medium, article.low { border-left-width: 2px; }
          .open.open .severity, .wrong { color: #000; }
          a { color: inherit; text-decoration: none; }
          article, tr, .tallies, footer { break-inside: avoid; }
          h2, h3, .note { break-after: avoid; }
          thead { display: table-header-group; }
        }
        """

    private static let sans =
        #""Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei", "微软雅黑", SimSun, "宋体", sans-serif"#
    private static let serif =
        #""Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", SimSun, "宋体", "Microsoft YaHei", "微软雅黑", serif"#
    private static let mono = #""Noto Sans Mono CJK SC", "DejaVu Sans Mono", Consolas, monospace"#
}
