import Yams

/// One mapping of a file. Every key is asked for by name; what was never asked for is unknown, and said to be.
final class Section {
    let file: String
    let keyPath: String
    let findings: Findings
    private let node: Node
    private var values: [String: Node] = [:]
    private var keys: [(name: String, mark: Mark?)] = []
    private var asked: Set<String> = []

    init(_ node: Node, file: String, keyPath: String, _ findings: Findings) {
        self.node = node
        self.file = file
        self.keyPath = keyPath
        self.findings = findings
        guard case .mapping(let mapping) = node else {
            findings.add(file, node.mark, keyPath, "应为键值结构 / expected a mapping of keys to values")
            return
        }
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                findings.add(file, key.mark, keyPath, "键应为文字 / a key must be plain text")
                continue
            }
            keys.append((scalar.string, key.mark))
            values[scalar.string] = value
        }
    }

    /// The names of all keys, marked as known. For mappings whose keys are data.
    func names() -> [String] {
        asked.formUnion(values.keys)
        return keys.map(\.name)
    }

    func path(_ key: String) -> String { keyPath.isEmpty ? key : keyPath + "." + key }

    func problem(_ key: String, _ text: String) {
        findings.add(file, (values[key] ?? node).mark, path(key), text)
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// The value of a key that may be absent. A key with no value counts as absent.
    func optional(_ key: String) -> Value? {
        asked.insert(key)
        guard let node = values[key], !isNull(node) else { return nil }
        return Value(node, section: self, key: key)
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Value? {
        if let value = optional(key) { return value }
        problem(key, "缺少此项 / this key is required and missing")
        return nil
    }

    /// Complains of every key nobody asked for.
    func finish() {
        for (name, mark) in keys where !asked.contains(name) {
            let near = Spelling.nearest(to: name, among: asked.sorted())
            let hint = near.map { "应为 \($0)? / did you mean \($0)?" } ?? "请删除 / remove it"
            findings.add(file, mark, path(name), "未知的键 / unknown key; \(hint)")
        }
    }

    private func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}
