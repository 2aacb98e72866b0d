import Postgres

/// A row of every type that can be copied: extremes first, then chance.
struct CopiedRow: Equatable {
    let number: Int64
    let small: Int16?
    let middle: Int32?
    let flag: Bool?
    let body: String?
    let blob: [UInt8]?
    let token: [UInt64]?
    let seen: Int64?
    let day: Int32?

    private static let bodies = ["", "tab\tnewline\nreturn\r", #"\N \. back\slash"#, "湘G***12", "\u{10FFFF}", "'\""]
    /// The first and last instant and day of both PostgreSQL's range and ours.
    private static let instants: [Int64] = [-210_866_803_200_000_000, .max - 1, 0, -1]
    private static let days: [Int32] = [-2_440_588, 2_145_042_905, 0, -1]

    init(_ number: Int, _ generator: inout some RandomNumberGenerator) {
        func maybe<Value>(_ extremes: [Value], _ random: Value, _ chance: Int) -> Value? {
            if number < 16 { return extremes[number % extremes.count] }
            return chance % 10 == 0 ? nil : random
        }
        let chance = (0..<8).map { _ in Int.random(in: 0..<1000, using: &generator) }
        self.number = Int64(number)
        small = maybe([.min, .max], .random(in: .min ... .max, using: &generator), chance[0])
        middle = maybe([.min, .max], .random(in: .min ... .max, using: &generator), chance[1])
        flag = maybe([true, false], chance[2] % 2 == 0, chance[2])
        body = maybe(Self.bodies, String(repeating: "车\(number)", count: chance[3] % 20), chance[3])
        blob = maybe([[], [0], [255, 0]], (0..<chance[4] % 40).map { UInt8($0) }, chance[4])
        token = maybe([[0, .max], [.max, 0]], [.random(in: 0 ... .max, using: &generator), 7], chance[5])
        seen = maybe(Self.instants, .random(in: 0...2_000_000_000_000_000, using: &generator), chance[6])
        day = maybe(Self.days, .random(in: -40_000...40_000, using: &generator), chance[7])
    }

    init(reading row: borrowing Row) throws {
        number = try row.integer(0)
        small = try row.optionalInteger(1).flatMap { Int16(exactly: $0) }
        middle = try row.optionalInteger32(2)
        flag = try row.optionalFlag(3)
        body = try row.optionalText(4)
        blob = try row.optionalBytes(5)
        token = try row.optionalBytes16(6).map { [$0.high, $0.low] }
        seen = try row.optionalInstant(7)
        day = try row.optionalDay(8)
    }

    func write(to writer: inout CopyWriter) throws {
        try writer.startRow(columns: 9)
        try writer.integer(number)
        if let small { try writer.integer16(small) } else { try writer.null() }
        if let middle { try writer.integer32(middle) } else { try writer.null() }
        if let flag { try writer.flag(flag) } else { try writer.null() }
        if let body { try writer.text(body) } else { try writer.null() }
        if let blob { try writer.bytes(blob.span) } else { try writer.null() }
        if let token { try writer.token(high: token[0], low: token[1]) } else { try writer.null() }
        if let seen { try writer.instant(seen) } else { try writer.null() }
        if let day { try writer.day(day) } else { try writer.null() }
    }
}
