import Model
import Yams

/// One value of a file, read as what is wanted or complained of.
struct Value {
    private let node: Node
    private let section: Section
    private let key: String

    init(_ node: Node, section: Section, key: String) {
        self.node = node
        self.section = section
        self.key = key
    }

    /// Complains about this value.
    func refuse(_ cause: String, _ remedy: String) {
        section.findings.add(section.file, node.mark, section.path(key), cause, remedy)
    }

    /// Complains about a line of this value, counted from 1; 0 stands for the whole.
    func refuse(_ cause: String, _ remedy: String, lineWithin line: Int) {
        guard line > 0, case .scalar(let scalar) = node, scalar.style == .literal, let mark = node.mark else {
            return refuse(cause, remedy)
        }
        // The text of a literal block begins on the line after its `|`.
        let path = section.path(key)
        section.findings.add(section.file, line: mark.line + line, column: 1, path, cause, remedy)
    }

    /// Whether the text stands in quotes or as a block, and so is a text even where it looks like a number.
    var isQuoted: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style != .plain
    }

    /// Any plain text.
    var text: String? {
        guard case .scalar(let scalar) = node else {
            refuse("不是文字 / not a plain text", "写成一个值 / write a single value")
            return nil
        }
        return scalar.string
    }

    /// Text that is not empty.
    var word: String? {
        guard let text else { return nil }
        guard !text.isEmpty, !node.isEmptyScalar else {
            refuse("为空 / is empty", "填写此项 / give it a value")
            return nil
        }
        return text
    }

    /// A name for people, files and tables: ASCII letters, digits, `-`, `_`, at most 63 of them.
    var name: String? {
        guard let word else { return nil }
        guard word.isSettingName else {
            refuse(
                "名称不可用 / cannot be a name",
                "用字母、数字、连字符和下划线，至多63个 / use letters, digits, hyphens and underscores, at most 63"
            )
            return nil
        }
        return word
    }

    func integer(_ range: ClosedRange<Int64>) -> Int64? {
        guard let text else { return nil }
        guard let number = Int64(text), range.contains(number) else {
            let (low, high) = (range.lowerBound, range.upperBound)
            refuse(
                "不是此范围的整数 / not a whole number in range",
                "写\(low)至\(high)的整数 / write a whole number from \(low) to \(high)"
            )
            return nil
        }
        return number
    }

    /// A list, or a single value taken for a list of one.
    var list: [Value] {
        guard case .sequence(let sequence) = node else { return [self] }
        return sequence.enumerated().map { Value($1, section: section, key: "\(key)[\($0)]") }
    }

    /// A list of texts none of which is empty.
    var texts: [String]? {
        let texts = list.map(\.word)
        return texts.contains(nil) ? nil : texts.compactMap { $0 }
    }

    /// A list of at least one text, each of them once.
    var someTexts: [String]? {
        guard let texts else { return nil }
        guard !texts.isEmpty else {
            refuse("列表为空 / the list is empty", "至少写一项 / write at least one entry")
            return nil
        }
        guard Set(texts).count == texts.count else {
            refuse("列表有重复 / the list repeats itself", "每项只写一次 / write each entry once")
            return nil
        }
        return texts
    }

    var isMapping: Bool {
        if case .mapping = node { return true }
        return false
    }

    var inner: Section { Section(node, file: section.file, keyPath: section.path(key), section.findings) }
}
