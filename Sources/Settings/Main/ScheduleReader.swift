/// Reads how often the passes run.
struct ScheduleReader {
    let root: Section

    func read() -> (poll: Int64, review: Int64, digest: Int)? {
        guard let section = root.required("schedule")?.inner else { return nil }
        defer { section.finish() }
        let poll = section.required("poll")?.seconds(1...86400)
        let review = section.required("review")?.seconds(1...86400)
        let digest = section.required("digest").flatMap { minute($0) }
        guard let poll, let review, let digest else { return nil }
        return (poll, review, digest)
    }

    /// `08:00` as minutes after midnight.
    private func minute(_ value: Value) -> Int? {
        guard let text = value.text else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isForm = parts.count == 2 && parts.allSatisfy { $0.utf8.count == 2 && $0.isDigits }
        guard isForm, let hour = parts.first.flatMap({ Int($0) }), let minute = parts.last.flatMap({ Int($0) }),
            hour < 24, minute < 60
        else {
            value.refuse("不是时刻 / not a time of day", "写成 \"08:00\"，并加引号 / write \"08:00\", in quotes")
            return nil
        }
        return hour * 60 + minute
    }
}
