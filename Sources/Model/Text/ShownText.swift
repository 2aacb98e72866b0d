/// Text of a source that is shown to people as the name of something, where data may stand in its place: a row of people
/// taken for the row of names, a server that quotes the value it stumbled over.
package enum ShownText {
    /// Digits in a row that are a telephone number, an ID number or a part of one.
    private static let longest = 6

    /// The text with the tail of every long number blanked.
    ///
    /// - Parameter text: as it came.
    /// - Returns: the text, of which numbers of more than six digits show the first three.
    package static func blankingNumbers(_ text: String) -> String {
        var shown = ""
        var run: [Character] = []
        func end() {
            shown += run.count > longest ? String(run.prefix(3)) + "***" : String(run)
            run.removeAll()
        }
        for character in text {
            if character.isNumber {
                run.append(character)
            } else {
                end()
                shown.append(character)
            }
        }
        end()
        return shown
    }
}
