/// A trouble that grows with time: from the end of the clock on it is of that band.
package struct CheckRise: Equatable, Sendable {
    /// Code of the clock.
    package let clock: String
    /// Name of the band.
    package let band: String

    package init(clock: String, band: String) {
        self.clock = clock
        self.band = band
    }
}
