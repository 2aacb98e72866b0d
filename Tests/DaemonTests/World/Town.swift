import Model
import TestSupport

/// Makes up the records of a `SmallWorld`.
struct Town {
    var random: SeededGenerator

    /// 20:00 of Monday, 3 March 2025, in China.
    private static let evening = Instant(microseconds: 1_741_003_200_000_000)
    private static let persons = [
        "430802190001010013", "430802190002020021", "430821190003030039", "430821190004040047",
    ]
    private static let plates = ["湘G12345", "湘G54321", "湘GA0088"]
    private static let names = ["张三", "李四", "王五"]
    private static let units = ["430802010000", "430802020000", "430821010000", "430802000000", ""]
    private static let officers = ["080101", "080102", "080103", ""]
    private static let devices = ["JC01", "JC02", "JC03"]
    private static let readings = ["0", "0", "12", "19.99", "20", "45.5", "79.99", "80", "88", "132.5", ""]

    private var tests: [[String: String]] = []

    init(random: SeededGenerator) { self.random = random }

    mutating func records() -> [SmallWorld.Entry] {
        var entries: [SmallWorld.Entry] = []
        for device in Self.devices { tests += night(of: device) }
        for test in tests { entries += versions(.breathTest, test) { $0.altered($1) } }
        for number in 1...Int.random(in: 3...9, using: &random) {
            entries += versions(.caseFile, caseFile(number)) { town, _ in town.caseFile(number) }
        }
        for number in 1...Int.random(in: 2...7, using: &random) {
            entries += versions(.recording, recording(number)) { town, _ in town.recording(number) }
        }
        for device in Self.devices where chance(2) {
            entries += versions(.breathTester, ["device": device, "verified_on": day()]) { town, before in
                before.merging(["verified_on": town.day()]) { $1 }
            }
            entries += versions(.internalTest, internalTest(device)) { town, before in
                before.merging(["signed": town.pick(["true", "false"])]) { $1 }
            }
        }
        return entries + messages()
    }

    // MARK: - Chance

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }

    mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    /// A moment of the night and the days around it.
    private mutating func moment(within hours: Int) -> Instant {
        Self.evening.adding(seconds: Int64(Int.random(in: -hours * 60...hours * 60, using: &random)) * 60)
    }

    private mutating func day() -> String { String(moment(within: 24).chinaSecondText.prefix(10)) }

    /// A record and what later exports make of it, in any export. Some exports repeat it.
    private mutating func versions(
        _ kind: Kind,
        _ first: [String: String],
        _ alter: (inout Town, [String: String]) -> [String: String]
    ) -> [SmallWorld.Entry] {
        var entries: [SmallWorld.Entry] = []
        var values = first
        let count = chance(3) ? Int.random(in: 2...4, using: &random) : 1
        for _ in 0..<count {
            let export = Int.random(in: 0..<SmallWorld.exports, using: &random)
            entries.append(SmallWorld.Entry(kind: kind, export: export, values: values))
            if chance(2) { values = alter(&self, values) }
        }
        return entries
    }

    // MARK: - Breath tests

    private mutating func night(of device: String) -> [[String: String]] {
        var at = moment(within: 2)
        var number = 1
        var rows: [[String: String]] = []
        for _ in 0..<Int.random(in: 3...9, using: &random) {
            var row = ["device": device, "record_no": String(number), "tested_at": at.chinaSecondText]
            identify(&row)
            measure(&row)
            rows.append(row)
            at = at.adding(seconds: [60, 300, 900, 901, 1800, 3600].randomElement(using: &random) ?? 60)
            number += chance(6) ? 2 : 1
        }
        return rows
    }

    private mutating func identify(_ row: inout [String: String]) {
        if chance(3) { row["person_id"] = pick(Self.persons) }
        if chance(3) { row["plate"] = pick(Self.plates) }
        if chance(4) { row["person_name"] = pick(Self.names) }
    }

    private mutating func measure(_ row: inout [String: String]) {
        row["alcohol"] = pick(Self.readings)
        row["unit"] = pick(Self.units)
        row["officer"] = pick(Self.officers)
        if chance(5) { row["mode"] = pick(["active", "passive", "refused", "calibration", "demo", "self_check"]) }
        if chance(6) { row["vehicle"] = pick(["motor", "non_motor"]) }
        if chance(8) { row["valid"] = "false" }
    }

    /// Only the key stays for sure.
    private mutating func altered(_ test: [String: String]) -> [String: String] {
        var row = test
        if chance(2) { row["tested_at"] = moment(within: 3).chinaSecondText }
        if chance(2) {
            for field in ["person_id", "plate", "person_name"] { row[field] = nil }
            identify(&row)
        }
        if chance(2) {
            for field in ["mode", "vehicle", "valid"] { row[field] = nil }
            measure(&row)
        }
        return row
    }

    // MARK: - Everything else

    private mutating func caseFile(_ number: Int) -> [String: String] {
        var row = ["case_no": "A\(number)", "unit": pick(Self.units)]
        row["category"] = pick(["measure", "acceptance", "administrative", "criminal"])
        identify(&row)
        if !chance(6) {
            let hours = [1, 6, 49, 24 * 31].randomElement(using: &random) ?? 1
            row[pick(["occurred_at", "accepted_at", "entered_at"])] = moment(within: hours).chinaSecondText
        }
        if chance(3), let test = tests.randomElement(using: &random) {
            row["device"] = test["device"]
            row["record_no"] = test["record_no"]
        }
        if chance(8) { row["status"] = "void" }
        return row
    }

    private mutating func recording(_ number: Int) -> [String: String] {
        let start = moment(within: 3)
        var row = ["recording_no": "V\(number)", "started_at": start.chinaSecondText]
        let length = Int64(Int.random(in: -60...7200, using: &random))
        if !chance(8) { row["ended_at"] = start.adding(seconds: length).chinaSecondText }
        row["camera"] = pick(["C1", "C2", ""])
        row["officer"] = pick(Self.officers)
        row["unit"] = pick(Self.units)
        if chance(8) { row["storage"] = "missing" }
        return row
    }

    private mutating func internalTest(_ device: String) -> [String: String] {
        let start = moment(within: 3)
        let length = Int64(Int.random(in: 1...120, using: &random)) * 60
        return [
            "device": device, "started_at": start.chinaSecondText,
            "ended_at": start.adding(seconds: length).chinaSecondText, "signed": pick(["true", "false"]),
        ]
    }

    private mutating func messages() -> [SmallWorld.Entry] {
        var entries: [SmallWorld.Entry] = []
        for robot in ["R1", "R2"] {
            entries += versions(.robot, ["robot": robot, "status": pick(["in_service", "test"])]) { town, before in
                before.merging(["status": town.pick(["in_service", "test", "retired"])]) { $1 }
            }
        }
        for number in 1...4 {
            entries += versions(.robotViolation, violation(number)) { town, before in
                town.violation(number).merging(["robot": before["robot"] ?? "R1"]) { $1 }
            }
            entries += versions(.notice, notice(number)) { town, _ in town.notice(number) }
        }
        return entries
    }

    private mutating func violation(_ number: Int) -> [String: String] {
        var row = ["robot": pick(["R1", "R2"]), "record_no": "X\(number)", "score": pick(["700", "900", ""])]
        row["captured_at"] = moment(within: 6).chinaSecondText
        row["margin"] = pick(["20", "60", ""])
        if chance(2) {
            row["reviewed_at"] = moment(within: 6).chinaSecondText
            row["reviewer"] = "080001"
        }
        if chance(3) { row["review_result"] = pick(["accepted", "refused"]) }
        return row
    }

    private mutating func notice(_ number: Int) -> [String: String] {
        var row = ["message_no": "S\(number)", "sent_at": moment(within: 6).chinaSecondText]
        row["robot"] = pick(["R1", "R2", ""])
        row["violation_no"] = pick(["X1", "X2", "X3", "X4", ""])
        row["status"] = pick(["sent", "sent", "failed", "recalled"])
        row["wording"] = pick(["statutory", "advisory"])
        row["unit"] = pick(Self.units)
        return row
    }
}
