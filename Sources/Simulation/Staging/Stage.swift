/// Builds the world: scenes with a known outcome first, then the everyday work around them.
struct Stage {
    let timetable: Timetable
    let scale: Double
    var roster: Roster
    var chance: SplitMix64
    var population: Population
    var book = SlotBook()
    var tests: [BreathTest] = []
    var cases: [CaseEntry] = []
    var occasions: [Occasion] = []
    var darkness: [Darkness] = []
    /// Shifts that must be filmed besides those in which a positive test fell.
    var filmed: Set<Shift> = []
    /// Spans outside the shifts filmed by one camera, such as a check of testers in the morning.
    var extraFilm: [(squadron: Int, from: Int64, to: Int64)] = []
    var internalSpans: [InternalTestSpan] = []
    var sightings: [Sighting] = []
    var messages: [Message] = []
    var messageVerdicts: [MessageVerdict] = []
    var affairs = Affairs()
    var clips: [Clip] = []
    /// Tests whose clips will expire soon, and whether they are marked all the same.
    var expiring: [(test: Int, isMarked: Bool)] = []
    /// What the roster says of an officer's shift otherwise.
    var dutyChanges: [DutyPlace: DutyChange] = [:]
    /// What was done on purpose to a subject, for the key to say why something is found about it.
    var notes: [Subject: String] = [:]
    var traps: [PlannedTrap] = []
    private var turn = 0

    init(seed: UInt64, timetable: Timetable, scale: Double) {
        self.timetable = timetable
        self.scale = scale
        roster = Roster(start: timetable.start, days: timetable.days)
        chance = SplitMix64(seed: seed, stream: "stage")
        population = Population(seed: seed)
        turn = chance.below(6)
    }

    /// What the key may speak of, by its place in the world.
    enum Subject: Hashable {
        case test(Int), entry(Int), sighting(Int), clip(Int), complaint(Int), tester(Int), accident(Int)
        case session(Int), camera(Int)
    }

    /// Something that looks like a trouble of a check and is none.
    struct PlannedTrap {
        let check: String
        let subject: Subject
        let why: String
    }

    /// One shift of one officer.
    struct DutyPlace: Hashable {
        let officer: String
        let day: Int
        let isEvening: Bool
    }

    struct DutyChange {
        var status: String?
        var borrowed: String?
    }

    mutating func note(_ subject: Subject, _ why: String) { notes[subject] = why }

    mutating func trap(_ check: String, _ subject: Subject, _ why: String) {
        traps.append(PlannedTrap(check: check, subject: subject, why: why))
    }

    /// A slot of a county squadron, whose register never falls silent.
    mutating func countySlot(days: ClosedRange<Int>, indices: ClosedRange<Int> = Slot.evening) throws -> Slot {
        for _ in 0..<42 {
            let squadron = nextSquadron(direct: false)
            if let slot = try? book.take(squadron: squadron, days: days, indices: indices, chance: &chance) {
                return slot
            }
        }
        throw SimulationError.full(squadron: 0)
    }

    /// What a message is, where the answer key has something to say of it.
    struct MessageVerdict {
        let message: Int
        let isTrouble: Bool
        let why: String
    }

    /// The first day on which a missing case can no longer become due in time, for each register.
    var lastCaseDay: Int { timetable.days - 2 }
    var lastDirectDay: Int { timetable.days - 5 }
    /// The last day whose missing video is due and known missing.
    var lastVideoDay: Int { timetable.days - 3 }

    /// Squadrons in turn, so that troubles are spread over the units: the county ones, and the directly subordinate
    /// ones, whose register falls silent early.
    mutating func nextSquadron(direct: Bool? = nil) -> Int {
        let all = roster.squadrons.indices.filter {
            direct == nil || (roster.squadrons[$0].register == .direct) == direct
        }
        turn += 5
        return all[turn % all.count]
    }

    /// A slot on a day early enough that a missing case is due and known missing.
    mutating func earlySlot(from first: Int = 1, indices: ClosedRange<Int> = Slot.evening) throws -> Slot {
        let squadron = nextSquadron()
        let direct = roster.squadrons[squadron].register == .direct
        let last = max(first, direct ? lastDirectDay : lastCaseDay)
        if direct, first > lastDirectDay {
            return try book.take(
                squadron: nextSquadron(direct: false),
                days: first...lastCaseDay,
                indices: indices,
                chance: &chance
            )
        }
        return try book.take(squadron: squadron, days: first...last, indices: indices, chance: &chance)
    }
}
