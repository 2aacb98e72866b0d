/// Who and what is on duty in the prefecture: six units, eighteen squadrons, 30 testers, 120 cameras, 8 robots.
package struct Roster: Sendable {
    package let squadrons: [Squadron]
    package var testers: [Tester]
    package let cameras: [Camera]
    package let robots: [Robot]

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

    init(start: Int, days: Int = 8) {
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
            Tester(index, squadron: index % squadrons.count, start: start, days: days)
        }
        robots = Self.placeRobots()
    }

    func testers(of squadron: Int) -> [Int] { testers.indices.filter { testers[$0].squadron == squadron } }

    func cameras(of squadron: Int) -> [Int] { cameras.indices.filter { cameras[$0].squadron == squadron } }

    /// The cameras of a squadron as their officers take turns: the first four are on duty in that shift.
    func crew(_ shift: Shift) -> [Int] {
        let cameras = cameras(of: shift.squadron)
        let first = (shift.day * 2 + (shift.isEvening ? 1 : 0)) % max(1, cameras.count)
        return Array(cameras[first...] + cameras[..<first])
    }

    /// Who holds the tester in a shift: each tester of a squadron another officer.
    func officer(holding tester: Int, in shift: Shift) -> String {
        let crew = crew(shift)
        let position = testers(of: shift.squadron).firstIndex(of: tester) ?? 0
        return cameras[crew[position % crew.count]].officer
    }

    /// Where a squadron checks: each some seven kilometres and more from the next.
    static func place(of squadron: Int) -> Position {
        Position(
            longitude: 11_012_000 + Int64(squadron % 6) * 7_500,
            latitude: 2_905_000 + Int64(squadron / 6) * 9_500
        )
    }

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
