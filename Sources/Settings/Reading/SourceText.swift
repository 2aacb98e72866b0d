import FoundationEssentials
import Hashing
import Yams

/// One configuration file as it was read.
struct SourceText {
    let path: String
    let bytes: [UInt8]
    let root: Section

    /// Larger than any sensible file, small enough to hold in memory: 1 MiB.
    private static let largest = 1 << 20

    /// SHA-256 of the file's bytes, in lower-case hex.
    var sha256: String { Hex.text(SHA256.hash(bytes)) }

    /// - Returns: nil where the file cannot be read at all; why is added to the findings.
    init?(_ path: String, _ findings: Findings) {
        guard let data = Self.contents(path, findings) else { return nil }
        self.init(data, path, findings)
    }

    /// The same of a text that lies in no file yet.
    init?(text: String, name: String, _ findings: Findings) { self.init(Array(text.utf8), name, findings) }

    init?(_ data: [UInt8], _ path: String, _ findings: Findings) {
        guard let text = String(validating: data, as: UTF8.self) else {
            findings.add(path, nil, "", "不是UTF-8文本 / not UTF-8 text", "另存为UTF-8 / save it as UTF-8")
            return nil
        }
        if let place = Self.controlCharacter(in: text) {
            findings.add(
                path,
                line: place.line,
                column: place.column,
                "",
                "有控制字符 / a control character",
                "删除它 / remove it"
            )
            return nil
        }
        guard let node = Self.compose(text, data, path, findings) else { return nil }
        self.path = path
        bytes = data
        root = Section(node, file: path, keyPath: "", findings)
    }

    private static func compose(_ text: String, _ data: [UInt8], _ path: String, _ findings: Findings) -> Node? {
        let tooMuch = ("展开后过大 / unfolds into too much", "不用别名(*)，直接写出 / write things out instead of aliases (*)")
        guard Unfolding.isBounded(data) else {
            findings.add(path, nil, "", tooMuch.0, tooMuch.1)
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text, .basic), case .mapping = node else {
                findings.add(
                    path,
                    nil,
                    "",
                    "不是键值结构 / not a mapping of keys to values",
                    "写成 键: 值 / write it as key: value"
                )
                return nil
            }
            guard Unfolding.isSmall(node) else {
                findings.add(path, nil, "", tooMuch.0, tooMuch.1)
                return nil
            }
            return node
        } catch {
            let fault = SyntaxFault(error)
            findings.add(path, fault.mark, "", fault.cause, fault.remedy)
            return nil
        }
    }

    private static func contents(_ path: String, _ findings: Findings) -> [UInt8]? {
        do {
            let place = URL(filePath: path).resolvingSymlinksInPath().path
            let attributes = try FileManager.default.attributesOfItem(atPath: place)
            // A pipe or a device would be read for ever.
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                findings.add(path, nil, "", "不是普通文件 / not a regular file", "写文件的路径 / name a file")
                return nil
            }
            guard attributes[.size] as? Int ?? 0 <= largest else {
                findings.add(path, nil, "", "超过1 MiB / larger than 1 MiB", "拆分或检查路径 / split it, or check the path")
                return nil
            }
            return try [UInt8](Data(contentsOf: URL(filePath: place)))
        } catch {
            findings.add(path, nil, "", "无法读取 / cannot be read", "检查路径与权限 / check the path and its permissions")
            return nil
        }
    }

    /// Where the first character stands that no text file holds.
    private static func controlCharacter(in text: String) -> (line: Int, column: Int)? {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 10: (line, column) = (line + 1, 1)
            case 9, 13, 0x85: column += 1
            case 0..<32, 127, 0x80..<0xA0: return (line, column)
            default: column += 1
            }
        }
        return nil
    }
}
