package import Model
package import Settings

/// Reads the time of an export from the name of its file.
package struct ExportTimeReader: Sendable {
    private let pattern: String
    private let format: TimeFormat
    private let zone: Zone

    /// - Throws: `UnreadableDelivery` where the pattern, the form or the zone is none.
    package init(_ rule: ExportTime) throws(UnreadableDelivery) {
        pattern = rule.pattern
        do {
            format = try TimeFormat(rule.format)
            zone = try Zone(rule.zone)
            _ = try Regex(rule.pattern)
        } catch {
            throw UnreadableDelivery(
                .definition,
                explanation: "exported_at: \(error)",
                remedy: "改正 feed 的 exported_at / correct `exported_at` of the feed"
            )
        }
    }

    /// The time a name tells, unless it lies ahead by more than clocks differ: a source whose clock is wrong, or whoever
    /// typed the name, would else prove what has not happened yet.
    ///
    /// - Parameters:
    ///   - name: of the file.
    ///   - now: by our clock.
    ///   - ahead: gets the name where its time lies ahead.
    /// - Returns: nil where the name tells no time that can be believed.
    package func time(of name: String, now: Instant, ahead: inout [String]) -> Instant? {
        guard let told = time(of: name) else { return nil }
        guard told <= now.adding(seconds: DeliveryReader.clockError) else {
            ahead.append(name)
            return nil
        }
        return told
    }

    /// Nil where the name does not fit the pattern, or what it captures is no time.
    package func time(of name: String) -> Instant? {
        // A compiled pattern cannot be shared between threads; names are few.
        guard let regex = try? Regex(pattern), let match = try? regex.firstMatch(in: name) else { return nil }
        guard match.output.count > 1, let captured = match.output[1].substring else { return nil }
        return format.parse(String(captured).utf8Span.span, zone: zone)
    }
}
