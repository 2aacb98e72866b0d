/// Who and what is on duty in the prefecture: six units, eighteen squadrons, 30 testers, 120 cameras, 8 robots.
package struct Roster: Sendable {
    package let squadrons: [Squadron]
    package var testers: [Tester]
    package let cameras: [Camera]
    package let robots: [Robot]

    package struct Tester: Sendable {
        package let device: String
        /// The second vendor's platform exports breath values in mg/L.
        package let isSecondVendor: Bool
        package let squadron: Int
        package let officer: String
        /// Days since 1970; the certificate holds for half a year.
        package var verifiedOn: Int
        /// The verification before, shown until the newer one is registered.
        package var verifiedBefore: Int
    }

    package struct Camera: Sendable {
        package let serial: String
        package let officer: String
        package let squadron: Int
    }

    package struct Robot: Sendable {
        package let code: String
        package let squadron: Int
        package let place: String
        package let isOnTest: Bool
    }

    init(start: Int) {
        let squadrons = Self.formSquadrons()
        let cameras = (0..<120).map { index in
            Camera(
                serial: "ZFY\(LocalTime.padded(4_100 + index * 3, 5))",
                officer: String(110_203 + index * 37),
                squadron: index % squadrons.count
            )
        }
        self.squadrons = squadrons
        self.cameras = cameras
        testers = (0..<30).map { index in
            let second = index >= 24
            let verified = start - 20 - index * 4
            return Tester(
                device: (second ? "DR-B" : "JZ-A") + LocalTime.padded(1 + index, 4),
                isSecondVendor: second,
                squadron: index % squadrons.count,
                officer: cameras[index].officer,
                verifiedOn: verified,
                verifiedBefore: verified
            )
        }
        robots = Self.placeRobots()
    }

    func testers(of squadron: Int) -> [Int] { testers.indices.filter { testers[$0].squadron == squadron } }

    func cameras(of squadron: Int) -> [Int] { cameras.indices.filter { cameras[$0].squadron == squadron } }

    private static func formSquadrons() -> [Squadron] {
        let units: [(code: String, squadrons: Int, register: CaseEntry.Register)] = [
            ("430802", 4, .county), ("430811", 3, .county), ("430821", 4, .county), ("430822", 3, .county),
            ("430801", 2, .direct), ("430803", 2, .direct),
        ]
        return units.flatMap { unit in
            (1...unit.squadrons).map {
                Squadron(code: "\(unit.code)\(LocalTime.two($0))0000", register: unit.register)
            }
        }
    }

    private static func placeRobots() -> [Robot] {
        let places: [(squadron: Int, place: String)] = [
            (0, "永定区子午路与迎宾路口"), (0, "永定区天门路口"), (1, "永定区官黎坪转盘"), (1, "永定区大庸桥"),
            (2, "永定区南庄坪"), (4, "武陵源区G241黄龙洞路段"), (5, "武陵源区索溪峪"), (4, "武陵源区军地坪(调试)"),
        ]
        return places.enumerated().map { index, site in
            Robot(
                code: "QD-\(LocalTime.two(index + 1))",
                squadron: site.squadron,
                place: site.place,
                isOnTest: index == places.count - 1
            )
        }
    }
}
