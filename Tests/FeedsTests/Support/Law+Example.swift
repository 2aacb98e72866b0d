import Model

extension Law {
    /// Two units and a range, one of the units with another factor from 2026 on.
    static let example: Law = {
        let always = Validity(from: Day(number: 0), until: nil, citation: "test")
        let until2026 = Validity(from: Day(number: 0), until: Day(number: 20454), citation: "test")
        let from2026 = Validity(from: Day(number: 20454), until: nil, citation: "test")
        return Law(
            thresholds: [Threshold(code: .range, alcohol: Alcohol(hundredths: 44_000), validity: always)],
            units: [
                AlcoholUnit(code: "mg/100mL", factorTenThousandths: 10_000, validity: always),
                AlcoholUnit(code: "g/210L", factorTenThousandths: 10_000_000, validity: always),
                AlcoholUnit(code: "mg/L", factorTenThousandths: 2_000_000, validity: until2026),
                AlcoholUnit(code: "mg/L", factorTenThousandths: 2_200_000, validity: from2026),
            ],
            clocks: [],
            calendar: WorkCalendar(holidays: [], makeUpDays: [], years: 2020...2030),
            // Feeds ask nothing of these.
            matching: MatchingNumbers(
                deviceGap: 0,
                identityGap: 0,
                personWindow: 0,
                plateWindow: 0,
                nameWindow: 0,
                shownWindow: 0,
                caseTolerance: 0,
                videoBefore: 0,
                videoAfter: 0,
                videoSlack: 0,
                videoJoin: 0,
                calibrationPoint: Alcohol(hundredths: 0),
                calibrationTolerance: Alcohol(hundredths: 0)
            )
        )
    }()
}
