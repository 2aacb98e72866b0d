/// A date or time as spreadsheets keep it: days since 30 December 1899, by the clocks the text was written by.
struct SpreadsheetTime {
    /// As a number.
    let text: String
    /// Counted from 1, in the order of `formats`.
    let style: Int

    /// As which the number is shown.
    static let formats = ["yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd", "hh:mm:ss"]

    /// Nil where the text is neither `yyyy-MM-dd HH:mm:ss` nor one of its halves, or names no time there is.
    init?(_ written: String) {
        guard let form = Self.shapes.firstIndex(where: { $0.fits(written) }) else { return nil }
        let numbers = written.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        let date = form == 2 ? [1899, 12, 30] : Array(numbers.prefix(3))
        let clock = form == 1 ? [0, 0, 0] : Array(numbers.suffix(3))
        let day = Self.day(date[0], date[1], date[2])
        guard clock[0] < 24, clock[1] < 60, clock[2] < 60, form == 2 || LocalTime.date(day) == written.prefix(10)
        else { return nil }
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        let serial = day + Self.daysBefore1970
        text = seconds == 0 ? String(serial) : String(Double(serial) + Double(seconds) / 86_400)
        style = form + 1
    }

    private static let daysBefore1970 = 25_569
    private static let shapes = ["dddd-dd-dd dd:dd:dd", "dddd-dd-dd", "dd:dd:dd"].map(Shape.init)

    /// Days since 1970 of a Gregorian date, counted from 1 March so that the leap day comes last.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }

    /// Digits (`d`) and the signs between them.
    private struct Shape {
        private let bytes: [UInt8]

        init(_ text: String) { bytes = Array(text.utf8) }

        func fits(_ text: String) -> Bool {
            text.utf8.count == bytes.count
                && zip(text.utf8, bytes).allSatisfy { byte, wanted in
                    wanted == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == wanted
                }
        }
    }
}
