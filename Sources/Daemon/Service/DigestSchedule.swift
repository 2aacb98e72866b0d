package import Model

/// When the daily digest is due: once a day at the configured time, Asia/Shanghai; missed days are not made up for.
package struct DigestSchedule: Equatable, Sendable {
    /// Minutes after midnight.
    private let minute: Int

    package init(minute: Int) { self.minute = minute }

    /// Whether a digest should be written now.
    ///
    /// - Parameters:
    ///   - now: the time of the look.
    ///   - last: the time of the last digest; nil before the first, which is due at once.
    /// - Returns: true once for each scheduled time.
    package func isDue(at now: Instant, last: Instant?) -> Bool {
        guard let last else { return true }
        return last < latest(by: now)
    }

    /// The latest scheduled time that is not after `now`.
    private func latest(by now: Instant) -> Instant {
        let today = ChinaTime.day(of: now)
        let scheduled = ChinaTime.startOfDay(today).adding(seconds: Int64(minute) * 60)
        return scheduled <= now ? scheduled : scheduled.adding(seconds: -86400)
    }
}
