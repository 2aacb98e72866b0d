import Model
import Simulation
import Testing

struct AnswerKeyTests {
    @Test("a slow recount of what happened finds exactly what was planted", arguments: [1, 2, 3, 4, 5])
    func recounted(seed: UInt64) throws {
        let world = try Simulation(seed: seed, days: 10, scale: 0.02).world()
        let checks = ["drunk-no-case", "drink-no-measure", "drunk-no-blood", "reading-no-video", "sms-unreviewed"]
        let planted = world.key.planted.filter { checks.contains($0.check) }.map {
            "\($0.state.rawValue) \($0.check) \($0.subject) \($0.severity.rawValue)"
        }
        let recounted = Recount(world: world).troubles()
        #expect(recounted.filter { !planted.contains($0) } == [])
        #expect(planted.filter { !recounted.contains($0) } == [])
        #expect(planted.count == recounted.count)
    }

    @Test("no trap is also a trouble of the same check")
    func trapsStaySilent() throws {
        let key = try Simulation(seed: 9, days: 14, scale: 0.02).world().key
        let planted = Set(key.planted.map { "\($0.check) \($0.subject)" })
        #expect(key.traps.filter { planted.contains("\($0.check) \($0.subject)") } == [])
        #expect(key.traps.count > 40)
    }

    @Test("every check has troubles in several units, and some that cannot be known")
    func troublesAreSpread() throws {
        let world = try Simulation(seed: 3, days: 14, scale: 0.02).world()
        let checks = ["drunk-no-case", "drink-no-measure", "reading-no-video", "sms-unreviewed"]
        for check in checks {
            #expect(world.key.planted.count { $0.check == check && $0.state == .violated } >= 6, "\(check)")
        }
        let stops = Set(world.key.planted.filter { checks.contains($0.check) }.map(\.subject))
        let units = Set(
            world.tests.filter { stops.contains(world.subject(of: $0)) }
                .map { world.roster.squadrons[world.roster.testers[$0.tester].squadron].unit }
        )
        #expect(units.count == 6)
        #expect(world.key.planted.contains { $0.state == .undetermined && $0.check != "reading-no-video" })
        #expect(world.key.planted.contains { $0.state == .undetermined && $0.check == "reading-no-video" })
    }

    @Test("the key reads back as it was written")
    func roundTrip() throws {
        let key = try Simulation(seed: 7, days: 8, scale: 0.01).world().key
        #expect(try AnswerKey(json: key.json()) == key)
    }

    @Test("fewer days than the troubles need are refused")
    func tooShort() {
        #expect(throws: SimulationError.days(7)) { try Simulation(seed: 1, days: 7) }
        #expect(throws: SimulationError.scale(0)) { try Simulation(seed: 1, days: 8, scale: 0) }
    }
}
