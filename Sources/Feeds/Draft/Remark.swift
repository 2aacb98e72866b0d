/// A sentence for people, in Chinese and in English.
package struct Remark: Equatable, Sendable {
    package let chinese: String
    package let english: String

    package init(_ chinese: String, _ english: String) { (self.chinese, self.english) = (chinese, english) }

    package var both: String { "\(chinese) / \(english)" }

    /// Which of the two a draft is written in.
    package enum Wording: Sendable { case both, chinese, english }

    /// One paragraph for each language.
    func paragraphs(_ wording: Wording) -> [String] {
        switch wording {
        case .both: [chinese, english]
        case .chinese: [chinese]
        case .english: [english]
        }
    }

    func text(_ wording: Wording) -> String {
        switch wording {
        case .both: both
        case .chinese: chinese
        case .english: english
        }
    }
}
