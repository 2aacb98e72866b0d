import Yams

/// Why a file is no YAML, in words for a person.
///
/// The description Yams has of its errors quotes the line, and trips over unusual line ends; it is not used.
struct SyntaxFault {
    let mark: Mark?
    let cause: String
    let remedy: String

    init(_ error: any Error) {
        guard let error = error as? YamlError else {
            self.init(nil, "不是YAML / not YAML: \(type(of: error))", Self.mend)
            return
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let reason = context.map { "\(problem) \($0.text)" } ?? problem
            self.init(mark, "YAML格式错误 / not valid YAML: \(reason)", Self.mend)
        case .reader(let problem, _, _, _):
            self.init(nil, "YAML不允许的字符 / a character YAML does not allow: \(problem)", "删除它 / remove it")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            self.init(context.mark, "键重复 / duplicate keys: \(names)", "每个键只保留一个 / keep one of each")
        case .memory:
            self.init(nil, "嵌套过深 / nested too deeply", "减少层次 / use fewer levels")
        default:
            self.init(nil, "不是YAML / not YAML", Self.mend)
        }
    }

    private init(_ mark: Mark?, _ cause: String, _ remedy: String) {
        self.mark = mark
        self.cause = cause
        self.remedy = remedy
    }

    private static let mend = "检查此处的缩进、冒号和引号 / check indentation, colons and quotes there"
}
