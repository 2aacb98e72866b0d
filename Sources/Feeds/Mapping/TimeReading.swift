import Model

/// How the times of one column are written, and by which clocks.
final class TimeReading: Sendable {
    let format: TimeFormat
    let zone: Zone

    /// - Throws: `UnreadableDelivery` where the pattern or the zone is none.
    init(format: String, zone: String?) throws(UnreadableDelivery) {
        do throws(TimeFormatError) {
            self.format = try TimeFormat(format)
        } catch {
            throw .definition("\(error)")
        }
        do throws(ZoneError) {
            self.zone = if let zone { try Zone(zone) } else { .china }
        } catch {
            throw .definition("\(error)")
        }
    }
}
