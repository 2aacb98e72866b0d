import Model

/// Reads the days on which the calendar departs from Monday to Friday.
struct CalendarReader {
    let root: Section

    func read() -> WorkCalendar? {
        defer { root.finish() }
        guard let calendar = root.required("calendar") else { return nil }
        var (holidays, makeUpDays): (Set<Day>, Set<Day>) = ([], [])
        var years: Set<Int> = []
        for value in calendar.list {
            let section = value.inner
            defer { section.finish() }
            _ = section.required("citation")?.word
            let year = section.required("year")?.integer(1900...2200).map { Int($0) }
            if let year, !years.insert(year).inserted {
                section.problem("year", "年份重复 / the year is there already", "合并两条 / join the two entries")
            }
            holidays.formUnion(days("holidays", of: year, areWeekend: false, section))
            makeUpDays.formUnion(days("make_up_days", of: year, areWeekend: true, section))
        }
        guard let first = years.min(), let last = years.max(), years.count == last - first + 1 else {
            calendar.refuse("年份不连续 / the years have a gap", "补上缺少的年份 / add the missing years")
            return nil
        }
        return WorkCalendar(holidays: holidays, makeUpDays: makeUpDays, years: first...last)
    }

    /// The days of a list. Each must say something new: a holiday is a weekday, a make-up day a Saturday or Sunday.
    private func days(_ key: String, of year: Int?, areWeekend: Bool, _ section: Section) -> [Day] {
        var seen: Set<Day> = []
        for value in section.required(key)?.list ?? [] {
            guard let day = value.day else { continue }
            if let year, day.year != year {
                value.refuse("不在 \(year) 年 / is not in \(year)", "移到所属的年份 / move it to its year")
            } else if day.weekday.isWeekend != areWeekend {
                areWeekend
                    ? value.refuse(
                        "本来就是工作日 / is a working day anyway",
                        "只写上班的周六周日 / list only weekend days that are worked"
                    )
                    : value.refuse("本来就是周末 / is a weekend day anyway", "只写放假的周一至周五 / list only weekdays that are off")
            } else if !seen.insert(day).inserted {
                value.refuse("日期重复 / the day is there twice", "只保留一个 / keep one of them")
            }
        }
        return Array(seen)
    }
}
