import FoundationEssentials
import Hashing
import Yams

/// One configuration file as it was read.
struct SourceText {
    let path: String
    let bytes: [UInt8]
    let root: Section

    /// Larger than any sensible file, small enough to hold in memory.
    private static let largest = 1 << 20
    /// Every use of an alias counts, so that a few lines cannot unfold into gigabytes.
    private static let mostNodes = 200_000

    var sha256: String { Hex.text(SHA256.hash(bytes)) }

    /// - Returns: nil where the file cannot be read at all; why is added to the findings.
    init?(_ path: String, _ findings: Findings) {
        guard let data = Self.contents(path, findings) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            findings.add(path, nil, "", "不是有效的UTF-8文本,请转存为UTF-8 / not valid UTF-8; save it as UTF-8")
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text), case .mapping = node else {
                findings.add(path, nil, "", "应为键值结构 / expected a mapping of keys to values")
                return nil
            }
            guard Self.count(node, atMost: Self.mostNodes) else {
                findings.add(path, nil, "", "展开后过大,请减少别名(*) / unfolds too large; use fewer aliases (*)")
                return nil
            }
            self.path = path
            bytes = data
            root = Section(node, file: path, keyPath: "", findings)
        } catch {
            let mark = (error as? YamlError)?.mark
            let reason = String(describing: error).split(separator: "\n").first.map(String.init) ?? ""
            findings.add(path, mark, "", "YAML格式错误,请按提示位置修改 / not valid YAML; mend the place named (\(reason))")
            return nil
        }
    }

    private static func contents(_ path: String, _ findings: Findings) -> [UInt8]? {
        do {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            guard size <= largest else {
                findings.add(path, nil, "", "文件超过1 MiB,不像配置文件 / larger than 1 MiB, which is no configuration")
                return nil
            }
            return try [UInt8](Data(contentsOf: URL(filePath: path)))
        } catch {
            let remedy = "无法读取,请检查路径与权限 / cannot be read; check the path and its permissions"
            findings.add(path, nil, "", remedy)
            return nil
        }
    }

    private static func count(_ node: Node, atMost limit: Int) -> Bool {
        var (seen, open) = (0, [node])
        while let next = open.popLast() {
            seen += 1
            guard seen <= limit else { return false }
            switch next {
            case .mapping(let mapping): for pair in mapping { open += [pair.key, pair.value] }
            case .sequence(let sequence): open += Array(sequence)
            case .scalar, .alias: break
            }
        }
        return true
    }
}

extension YamlError {
    fileprivate var mark: Mark? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
        case .duplicatedKeysInMapping(_, let context): context.mark
        default: nil
        }
    }
}
