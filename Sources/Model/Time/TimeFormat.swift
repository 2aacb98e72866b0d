/// How a source writes times, compiled from a pattern such as `yyyy-MM-dd HH:mm:ss`.
///
/// Letters stand for fields: `yyyy` year, `MM` month, `dd` day, `HH` hour 0–23, `hh` hour 1–12 with `a` (AM, PM, 上午, 下午),
/// `mm` minute, `ss` second, `S` fraction and `XXX` offset (`+08:00`, `-0600`, `Z`). Two letters take exactly two digits,
/// one takes one or two; `SSS` takes exactly three digits and a single `S` one to nine. `[…]` encloses what may be missing.
/// A space takes one or more; everything else, such as `年` or what stands between apostrophes, stands for itself.
///
/// Impossible dates and times are refused, as are 24:00, leap seconds and years outside `years`: a source that writes
/// them means something this format cannot know.
package struct TimeFormat: Equatable, Sendable {
    package let pattern: String
    let pieces: [TimePiece]

    /// The years a record can come from. Others are slips of the pen.
    package static let years = 1900...2200

    /// Compiles a pattern; throws with the position and the remedy where it cannot be.
    package init(_ pattern: String) throws(TimeFormatError) {
        var compiler = TimePatternCompiler(pattern)
        pieces = try compiler.compile()
        self.pattern = pattern
    }

    /// The instant `text` names, by the clocks of `zone` unless the text bears an offset of its own; blanks around it are
    /// skipped. Nil where the text does not follow the pattern, or names no time or one the zone's clocks skip.
    package func parse(_ text: Span<UInt8>, zone: Zone) -> Instant? {
        guard let fields = fields(of: text), let day = fields.day else { return nil }
        guard let second = fields.secondOfDay else { return nil }
        if let offset = fields.offset {
            return Instant(day: day, secondOfDay: second, microsecond: fields.microsecond, offset: offset)
        }
        return zone.instant(day, secondOfDay: second, microsecond: fields.microsecond)
    }

    /// The day `text` names; a time of day is checked and then left aside.
    package func parseDay(_ text: Span<UInt8>) -> Day? {
        guard let fields = fields(of: text), fields.secondOfDay != nil else { return nil }
        return fields.day
    }

    private func fields(of text: Span<UInt8>) -> TimeFields? {
        let range = Digits.trimmed(text)
        var fields = TimeFields()
        var index = range.lowerBound
        var position = 0
        while position < pieces.count {
            // An optional part is all there or not there at all.
            if case .optional(let count) = pieces[position] {
                let first = position + 1
                let saved = (fields, index)
                if !take(first..<(first + count), of: text, at: &index, until: range.upperBound, into: &fields) {
                    (fields, index) = saved
                }
                position = first + count
            } else {
                let next = position..<(position + 1)
                guard take(next, of: text, at: &index, until: range.upperBound, into: &fields) else { return nil }
                position += 1
            }
        }
        return index == range.upperBound ? fields : nil
    }

    private func take(
        _ range: Range<Int>,
        of text: Span<UInt8>,
        at index: inout Int,
        until end: Int,
        into fields: inout TimeFields
    ) -> Bool {
        for position in range {
            guard pieces[position].take(from: text, at: &index, until: end, into: &fields) else { return false }
        }
        return true
    }
}
