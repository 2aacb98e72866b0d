/// All law as dated tables with citations. No number of it stands in code.
package struct Law: Equatable, Sendable, Codable {
    package var thresholds: [Threshold]
    package var units: [AlcoholUnit]
    package var clocks: [Clock]
    package var calendar: WorkCalendar
    package var matching: MatchingNumbers

    package init(
        thresholds: [Threshold],
        units: [AlcoholUnit],
        clocks: [Clock],
        calendar: WorkCalendar,
        matching: MatchingNumbers
    ) {
        self.thresholds = thresholds
        self.units = units
        self.clocks = clocks
        self.calendar = calendar
        self.matching = matching
    }
}
