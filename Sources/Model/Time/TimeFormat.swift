/// How a source writes times, compiled from a pattern such as `yyyy-MM-dd HH:mm:ss`.
///
/// Letters stand for fields: `yyyy` year, `R` year of the Republic (民國, 1 is 1912), `MM` month, `dd` day, `HH` hour 0–23,
/// `hh` hour 1–12 with `a` (AM, PM, 上午, 下午), `mm` minute, `ss` second, `S` fraction and `XXX` offset (`+08:00`, `-0600`,
/// `Z`). Two letters take exactly two digits, one takes one or two; `SSS` and `RRR` take exactly three digits, a single `S`
/// one to nine, a single `R` one to three. `[…]` encloses what may be missing. A space takes one or more; everything else,
/// such as `年` or what stands between apostrophes, stands for itself.
///
/// Some names stand for a whole form: those of `CountedTime`, and `iso-8601` for what that standard allows of a day, or a
/// day and a time to the minute or finer, with or without separators and offset.
///
/// Impossible dates and times are refused, as are 24:00, leap seconds and years outside `years`: a source that writes
/// them means something this format cannot know. Full-width digits and signs are read as half-width ones.
package struct TimeFormat: Equatable, Sendable {
    package let pattern: String
    private let form: Form

    private enum Form: Equatable {
        /// The first of these that fits; more than one only where no text fits two.
        case written([[TimePiece]])
        case counted(CountedTime)
    }

    /// The years a record can come from. Others are slips of the pen.
    package static let years = 1900...2200

    private static let iso = [
        "yyyy-MM-ddTHH:mm[:ss][XXX]", "yyyy-MM-ddTHH:mm:ss.S[XXX]", "yyyy-MM-ddTHH:mm:ss,S[XXX]", "yyyy-MM-dd",
        "yyyyMMddTHHmm[ss][XXX]", "yyyyMMddTHHmmss.S[XXX]", "yyyyMMddTHHmmss,S[XXX]", "yyyyMMdd",
    ]

    /// Compiles a pattern; throws with the position and the remedy where it cannot be.
    package init(_ pattern: String) throws(TimeFormatError) {
        self.pattern = pattern
        if let counted = CountedTime(rawValue: pattern) {
            form = .counted(counted)
            return
        }
        var pieces: [[TimePiece]] = []
        for pattern in pattern == "iso-8601" ? Self.iso : [pattern] {
            var compiler = TimePatternCompiler(pattern)
            pieces.append(try compiler.compile())
        }
        form = .written(pieces)
    }

    /// Whether every time of this form names a moment by itself, so that no zone is needed.
    package var bearsOffset: Bool {
        switch form {
        case .counted(let counted): counted.bearsOffset
        case .written(let alternatives): alternatives.allSatisfy(Self.bearsOffset)
        }
    }

    /// Whether a day cannot be told without a zone.
    package var needsZoneForDay: Bool {
        if case .counted(let counted) = form { counted.bearsOffset } else { false }
    }

    /// The instant `text` names, by the clocks of `zone` unless the text bears an offset of its own; blanks around it are
    /// skipped. Nil where the text does not follow the pattern, or names no time or one the zone's clocks skip.
    package func parse(_ text: Span<UInt8>, zone: Zone) -> Instant? {
        if let instant = parsePlain(text, zone: zone) { return instant }
        return HalfWidth.folded(text).flatMap { parsePlain($0.span, zone: zone) }
    }

    /// The day `text` names; a time of day is checked and then left aside. `zone` counts only where a number of seconds
    /// names the moment.
    package func parseDay(_ text: Span<UInt8>, zone: Zone = .china) -> Day? {
        if let day = parsePlainDay(text, zone: zone) { return day }
        return HalfWidth.folded(text).flatMap { parsePlainDay($0.span, zone: zone) }
    }

    private func parsePlain(_ text: Span<UInt8>, zone: Zone) -> Instant? {
        switch form {
        case .counted(let counted): return counted.instant(of: text, zone: zone)
        case .written(let alternatives):
            for pieces in alternatives {
                guard let fields = Self.fields(of: text, pieces), let day = fields.day else { continue }
                guard let second = fields.secondOfDay else { continue }
                if let offset = fields.offset {
                    return Instant(day: day, secondOfDay: second, microsecond: fields.microsecond, offset: offset)
                }
                return zone.instant(day, secondOfDay: second, microsecond: fields.microsecond)
            }
            return nil
        }
    }

    private func parsePlainDay(_ text: Span<UInt8>, zone: Zone) -> Day? {
        switch form {
        case .counted(let counted): return counted.day(of: text, zone: zone)
        case .written(let alternatives):
            for pieces in alternatives {
                guard let fields = Self.fields(of: text, pieces), fields.secondOfDay != nil else { continue }
                if let day = fields.day { return day }
            }
            return nil
        }
    }

    private static func bearsOffset(_ pieces: [TimePiece]) -> Bool {
        var position = 0
        while position < pieces.count {
            switch pieces[position] {
            case .offset: return true
            case .optional(let count): position += count + 1
            default: position += 1
            }
        }
        return false
    }

    private static func fields(of text: Span<UInt8>, _ pieces: [TimePiece]) -> TimeFields? {
        let range = Digits.trimmed(text)
        var fields = TimeFields()
        var index = range.lowerBound
        var position = 0
        while position < pieces.count {
            // An optional part is all there or not there at all.
            if case .optional(let count) = pieces[position] {
                let first = position + 1
                let saved = (fields, index)
                if !take(pieces[first..<(first + count)], of: text, at: &index, until: range.upperBound, into: &fields)
                {
                    (fields, index) = saved
                }
                position = first + count
            } else {
                guard pieces[position].take(from: text, at: &index, until: range.upperBound, into: &fields) else {
                    return nil
                }
                position += 1
            }
        }
        return index == range.upperBound ? fields : nil
    }

    private static func take(
        _ pieces: ArraySlice<TimePiece>,
        of text: Span<UInt8>,
        at index: inout Int,
        until end: Int,
        into fields: inout TimeFields
    ) -> Bool {
        for piece in pieces {
            guard piece.take(from: text, at: &index, until: end, into: &fields) else { return false }
        }
        return true
    }
}
