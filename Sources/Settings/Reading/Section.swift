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
            add(node.mark, keyPath, "不是键值结构 / not a mapping", "写成 键: 值 / write it as key: value")
            return
        }
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                add(key.mark, keyPath, "键不是文字 / a key that is no plain text", "改为简单的键名 / write a plain name")
                continue
            }
            // Yams tells 1 from "1"; a person does not.
            guard values[scalar.string] == nil else {
                add(key.mark, path(scalar.string), "键重复 / duplicate key", "只保留一个 / keep one of them")
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

    func path(_ key: String) -> String {
        if key.isEmpty { return keyPath }
        return keyPath.isEmpty ? key : keyPath + "." + key
    }

    /// Complains of the value of a key, or where there is none, of the section.
    func problem(_ key: String, _ cause: String, _ remedy: String) {
        add((values[key] ?? node).mark, path(key), cause, remedy)
    }

    /// Complains of a key that is none of `known`.
    func unknown(_ key: String, among known: [String], _ cause: String) {
        add(mark(of: key), path(key), cause, Self.remedy(for: key, among: known))
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// The value of a key that may be absent. A key with no value counts as absent.
    func optional(_ key: String) -> Value? {
        asked.insert(key)
        guard let node = values[key], !node.isEmptyScalar else { return nil }
        return Value(node, section: self, key: key)
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Value? {
        if let value = optional(key) { return value }
        // What is no mapping has been complained of as a whole.
        guard case .mapping = node else { return nil }
        if has(key) {
            problem(key, "没有值 / has no value", "填写此项 / give it a value")
        } else {
            problem(key, "缺少此项 / missing", "补上 \(key) / add \(key)")
        }
        return nil
    }

    /// Complains of every key nobody asked for.
    func finish() {
        for (name, mark) in keys where !asked.contains(name) {
            // {zh: 甲，乙} is two keys to YAML, the second without a value.
            if values[name]?.isEmptyScalar == true, Spelling.nearest(to: name, among: asked.sorted()) == nil {
                let remedy = "若是文字的一部分，请给整段文字加引号 / if it is part of a text with a comma, put quotes around the text"
                add(mark, path(name), "未知的键 / unknown key", remedy)
            } else {
                add(mark, path(name), "未知的键 / unknown key", Self.remedy(for: name, among: asked.sorted()))
            }
        }
    }

    private static func remedy(for name: String, among known: [String]) -> String {
        if let near = Spelling.nearest(to: name, among: known) { return "应为 \(near)? / did you mean \(near)?" }
        return "删除，或改为其中之一 / remove it, or write one of: \(known.sorted().joined(separator: ", "))"
    }

    private func mark(of key: String) -> Mark? { keys.first { $0.name == key }?.mark ?? node.mark }

    private func add(_ mark: Mark?, _ keyPath: String, _ cause: String, _ remedy: String) {
        findings.add(file, mark, keyPath, cause, remedy)
    }
}
