import Model

/// Reads the parameters of a check. A plain number is an integer; anything in quotes is a text.
struct ParameterReader {
    let root: Section

    func read() -> [String: CheckParameter] {
        guard let section = root.optional("parameters")?.inner else { return [:] }
        var parameters: [String: CheckParameter] = [:]
        for name in section.names() {
            guard isName(name), !(CheckSQL.builtIn + CheckSQL.bounds).contains(name) else {
                section.problem(
                    name,
                    "不能作参数名 / cannot name a parameter",
                    "用小写字母、数字和下划线，且不用 region、subjects / use lower-case letters, digits and underscores, and neither region nor subjects"
                )
                continue
            }
            guard let value = section.required(name), let text = value.text else { continue }
            parameters[name] = value.isQuoted ? .text(text) : Int64(text).map { .integer($0) } ?? .text(text)
        }
        return parameters
    }

    private func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0x30...0x39).contains($0)
                || $0 == UInt8(ascii: "_")
        }
    }
}
