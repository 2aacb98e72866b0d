import Model

/// How the times of one column are written, and by which clocks.
final class TimeReading: Sendable {
    private let formats: [TimeFormat]
    private let zone: Zone

    /// - Parameters:
    ///   - patterns: The forms a text may have.
    ///   - usual: The form where the feed names none.
    ///   - zone: The clocks of texts that bear no offset; those of China where the feed names none.
    /// - Throws: `UnreadableDelivery` where a pattern or the zone is none.
    init(_ patterns: [String], usual: String, zone: String?) throws(UnreadableDelivery) {
        var formats: [TimeFormat] = []
        for pattern in patterns.isEmpty ? [usual] : patterns {
            do throws(TimeFormatError) {
                formats.append(try TimeFormat(pattern))
            } catch {
                throw .definition("\(error)")
            }
        }
        self.formats = formats
        do throws(ZoneError) {
            self.zone = if let zone { try Zone(zone) } else { .china }
        } catch {
            throw .definition("\(error)")
        }
    }

    /// The instant a text names.
    ///
    /// - Throws: `CellFault` where no form reads it, or two read it as two.
    func instant(of text: Span<UInt8>) throws(CellFault) -> Instant {
        var found: Instant?
        for format in formats {
            guard let instant = format.parse(text, zone: zone) else { continue }
            guard found == nil || found == instant else { throw ambiguous(text) }
            found = instant
        }
        guard let found else { throw notATime(text) }
        return found
    }

    /// The day a text names.
    ///
    /// - Throws: `CellFault` where no form reads it, or two read it as two.
    func day(of text: Span<UInt8>) throws(CellFault) -> Day {
        var found: Day?
        for format in formats {
            guard let day = format.parseDay(text, zone: zone) else { continue }
            guard found == nil || found == day else { throw ambiguous(text) }
            found = day
        }
        guard let found else { throw notATime(text) }
        return found
    }

    private var shown: String { formats.map(\.pattern).joined(separator: ", ") }

    private func notATime(_ text: Span<UInt8>) -> CellFault {
        CellFault(.time, "不是 \(shown) 形式的时间 / no time of the form \(shown): \(CellFault.shown(text))")
    }

    private func ambiguous(_ text: Span<UInt8>) -> CellFault {
        CellFault(
            .time,
            "按所列格式有两种读法，请只留一种 / reads as two times by the forms given, leave one of them: "
                + CellFault.shown(text)
        )
    }
}
