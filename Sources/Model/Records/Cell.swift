/// One normalised value of a row. Text lies in the draft's own bytes, so filling a draft allocates nothing.
package enum Cell: Equatable, Sendable {
    case absent
    /// An integer, a flag (0 or 1), an instant (microseconds since 1970, UTC), a date (days since 1970) or alcohol
    /// (hundredths of mg/100 mL), as the field's type says.
    case integer(Int64)
    /// UTF-8 text: a range of the draft's bytes.
    case text(Range<Int>)
    /// Personal data: the normalised clear text and its masked form. `clear` is empty where the source itself masked
    /// the value, which then can be shown but not matched.
    case personal(clear: Range<Int>, masked: Range<Int>)
}
