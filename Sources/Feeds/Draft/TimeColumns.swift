/// The columns that tell one time together.
struct TimeColumns: Sendable {
    /// In the order in which they are joined.
    let columns: [ColumnEvidence]
    /// The form of the joined text; nil where no value told.
    let format: String?
    /// Whether the time of day was known by its values, for its name says nothing.
    var isClockGuessed = false
    /// Times of day in the file of which one may belong to these days; none where that is settled.
    var rivalClocks: [ColumnEvidence] = []

    /// Whether the days have no time of day.
    var isDayAlone: Bool { columns.count == 1 && columns.first?.isDay == true }

    init(_ column: ColumnEvidence) { (columns, format) = ([column], column.format) }

    /// Days and times of day.
    init(_ day: ColumnEvidence, _ clock: ColumnEvidence) {
        columns = [day, clock]
        format = (day.format ?? "yyyy-MM-dd") + " " + clock.clockFormat
    }

    /// Parts of times, each with the letters of its form.
    init(_ parts: [(column: ColumnEvidence, letters: String)]) {
        columns = parts.map(\.column)
        format = parts.map(\.letters).joined(separator: " ")
    }
}
