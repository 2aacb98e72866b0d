import Model

/// Reads what becomes of a text that `values` does not name: `unknown: reject`, `unknown: keep`, or `otherwise: …`.
///
/// Where none is written the text is read as its field demands, so that a choice refuses it and a text keeps it.
struct UnknownValuesReader {
    let section: Section
    let field: Field

    enum Policy: String, CaseIterable {
        case reject
        case keep
    }

    func read() -> Policy? {
        let usual: Policy = .keep
        guard let value = section.optional("unknown") else { return usual }
        guard let policy = value.choice(Policy.self) else { return nil }
        guard section.has("values") else {
            value.refuse(
                "没有 values 就没有未知的值 / without `values` no value is unknown",
                "补上 values，或删除它 / add values, or remove it"
            )
            return nil
        }
        guard !section.has("otherwise") else {
            value.refuse("与 otherwise 矛盾 / contradicts `otherwise`", "只留一个 / keep one of the two")
            return nil
        }
        guard policy == .reject || field.type == .text else {
            value.refuse(
                "只有文本字段可以保留原文 / only a text field can keep what is unknown",
                "改为 reject，或写 otherwise / write reject, or otherwise"
            )
            return nil
        }
        return policy
    }
}
