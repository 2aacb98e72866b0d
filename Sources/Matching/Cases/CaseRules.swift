/// How near in time a case must lie to answer for a stop. All in seconds.
package struct CaseRules: Equatable, Sendable {
    /// For an equal person ID.
    package var personWindowSeconds: Int64
    /// For an equal plate.
    package var plateWindowSeconds: Int64
    /// For an equal name in the same unit.
    package var nameWindowSeconds: Int64
    /// How far a refused candidate may lie and still be worth showing.
    package var shownWindowSeconds: Int64
    /// How much earlier than the stop a case may claim to be and still count as following it.
    package var toleranceSeconds: Int64
    /// Two stops of one person so near each other are one occasion to the case, such as a second blow at the station.
    package var occasionSeconds: Int64
    /// How many leading digits of the organisation code name the same unit.
    package var unitPrefixLength: Int

    package init(
        personWindowSeconds: Int64,
        plateWindowSeconds: Int64,
        nameWindowSeconds: Int64,
        shownWindowSeconds: Int64,
        toleranceSeconds: Int64,
        occasionSeconds: Int64 = 0,
        unitPrefixLength: Int
    ) {
        self.personWindowSeconds = personWindowSeconds
        self.plateWindowSeconds = plateWindowSeconds
        self.nameWindowSeconds = nameWindowSeconds
        self.shownWindowSeconds = shownWindowSeconds
        self.toleranceSeconds = toleranceSeconds
        self.occasionSeconds = occasionSeconds
        self.unitPrefixLength = unitPrefixLength
    }
}
