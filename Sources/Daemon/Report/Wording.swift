/// Puts stored codes into words.
enum Wording {
    /// What an undetermined finding waits for.
    static func awaits(_ codes: String?) -> (chinese: String, english: String) {
        let parts = (codes ?? "").split(separator: ",").map(String.init)
        let chinese = parts.map { part in
            if part == "calendar" { return "工作日历未覆盖该期间" }
            if part == "law" { return "时限表中没有当时有效的条款" }
            return part.contains(":") ? "等待数据源 \(name(part)) 更新到期限之后" : "没有服务该单位的 \(part) 数据源"
        }
        let english = parts.map { part in
            if part == "calendar" { return "the working-day calendar does not cover the time" }
            if part == "law" { return "the table of clocks holds none in force at the time" }
            return part.contains(":") ? "feed \(name(part)) to pass the deadline" : "no \(part) feed serves the unit"
        }
        return (chinese.joined(separator: "；"), english.joined(separator: "; "))
    }

    /// Why an alert was closed.
    static func closing(_ code: String?) -> (chinese: String, english: String) {
        switch code {
        case "evidence": ("证据已补齐，自动关闭", "closed by evidence")
        case "subject_gone": ("对象已不成立（记录修订）", "the records were revised and no longer say so")
        case let code? where code.hasPrefix("merged_into:"):
            ("并入 \(code.dropFirst(12))", "merged into \(code.dropFirst(12))")
        case let code?: (code, code)
        case nil: ("", "")
        }
    }

    /// A number of a squadron as its sign spells it: 一, 十, 十二, 二十. Above 99 in digits.
    static func ordinal(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return String(number) }
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
    }

    private static func name(_ part: String) -> String {
        part.split(separator: ":", maxSplits: 1).last.map(String.init) ?? part
    }
}
