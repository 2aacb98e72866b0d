import Model

/// Builds drafts for tests of the store, which lies below the readers of real files.
struct Drafts {
    let kind: Kind

    /// A draft with the given cells; text and numbers as they are stored.
    func draft(line: Int64, key: String?, _ values: [String: Value]) -> RecordDraft {
        var draft = RecordDraft(kind: kind)
        draft.line = line
        draft.byteOffset = line * 100
        draft.byteLength = 100
        if let key { draft.key = append(key, to: &draft) }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let index = kind.schema.index(of: name) else { continue }
            switch value {
            case .integer(let number): draft.cells[index] = .integer(number)
            case .text(let text): draft.cells[index] = .text(append(text, to: &draft))
            case .personal(let clear, let masked):
                draft.cells[index] = .personal(clear: append(clear, to: &draft), masked: append(masked, to: &draft))
            }
        }
        return draft
    }

    enum Value {
        case integer(Int64)
        case text(String)
        case personal(String, String)
    }

    private func append(_ text: String, to draft: inout RecordDraft) -> Range<Int> {
        let start = draft.bytes.count
        draft.bytes.append(contentsOf: text.utf8)
        return start..<draft.bytes.count
    }
}
