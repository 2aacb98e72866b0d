import Model

/// Reads which subjects a check leaves alone for a time, and by whose decision.
struct ExceptionReader {
    let root: Section

    func read() -> [CheckException]? {
        guard let value = root.optional("exceptions") else { return [] }
        let exceptions = value.list.map { exception($0.inner) }
        return exceptions.contains { $0 == nil } ? nil : exceptions.compactMap { $0 }
    }

    private func exception(_ section: Section) -> CheckException? {
        defer { section.finish() }
        let subject = section.required("subject")?.word
        let until = section.required("until")?.day
        let reason = section.required("reason")?.word
        let by = section.required("by")?.word
        guard let subject, let until, let reason, let by else { return nil }
        return CheckException(subject: subject, until: until, reason: reason, by: by)
    }
}
