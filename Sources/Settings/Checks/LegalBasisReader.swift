import Model

/// Reads the provisions a check rests on, each with the days on which it is in force.
struct LegalBasisReader {
    let root: Section

    func read() -> [LegalBasis]? {
        guard let value = root.required("legal_basis") else { return nil }
        let bases = value.list.map { basis($0.inner) }
        guard !bases.isEmpty else {
            value.refuse("列表为空 / the list is empty", "至少写一条 / write at least one")
            return nil
        }
        return bases.contains { $0 == nil } ? nil : bases.compactMap { $0 }
    }

    private func basis(_ section: Section) -> LegalBasis? {
        defer { section.finish() }
        let text = section.required("text")?.word
        let from = section.required("effective_from")?.day
        let until = section.optional("effective_to").map(\.day)
        guard let text, let from else { return nil }
        if case .some(.none) = until { return nil }
        if let until = until ?? nil, until <= from {
            section.problem(
                "effective_to",
                "不晚于 effective_from / is not after effective_from",
                "写不再适用的第一天 / write the first day it no longer applies"
            )
            return nil
        }
        return LegalBasis(text: text, from: from, until: until ?? nil)
    }
}
