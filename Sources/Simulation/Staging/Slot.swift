/// Forty minutes of one squadron's shift, given to one scene alone so that scenes cannot disturb each other.
struct Slot: Hashable {
    let squadron: Int
    /// Counted from the first day; an evening's slots after midnight still belong to the day it began.
    let day: Int
    /// 0–2 at noon (12:10–14:10), 3–11 in the evening (19:30–01:30).
    let index: Int

    static let seconds: Int64 = 2_400
    static let noon = 0...2
    static let evening = 3...11

    var shift: Shift { Shift(squadron: squadron, day: day, isEvening: index >= 3) }

    func start(_ timetable: Timetable) -> Int64 {
        index < 3
            ? timetable.morning(day, 12, 10) + Int64(index) * Self.seconds
            : timetable.morning(day, 19, 30) + Int64(index - 3) * Self.seconds
    }
}

/// One shift of one squadron.
struct Shift: Hashable {
    let squadron: Int
    let day: Int
    let isEvening: Bool

    /// From the first camera switched on to the last switched off.
    func span(_ timetable: Timetable) -> (from: Int64, to: Int64) {
        isEvening
            ? (timetable.morning(day, 19, 15), timetable.morning(day + 1, 1, 45))
            : (timetable.morning(day, 11, 55), timetable.morning(day, 14, 25))
    }
}
