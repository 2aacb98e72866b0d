import Model

/// Reads when an entry of the law is in force, and where it is written.
struct ValidityReader {
    let section: Section

    func read() -> Validity? {
        let from = section.required("effective_from")?.day
        let until = section.optional("effective_to")?.day
        guard let citation = section.required("citation")?.word, let from else { return nil }
        if let until, until <= from {
            section.problem(
                "effective_to",
                "不晚于 effective_from / is not after effective_from",
                "写不再适用的第一天 / write the first day it no longer applies"
            )
            return nil
        }
        return Validity(from: from, until: until, citation: citation)
    }
}
