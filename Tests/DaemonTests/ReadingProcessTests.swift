import Feeds
import Model
import Settings
import TestSupport
import Testing

@Suite("A delivery read by a process of its own")
struct ReadingProcessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What a reading told, in the order it did.
    private struct Told: Equatable {
        var parts: [DeliveryPart.Event] = []
        var records: [String] = []
        var rejections: [RowRejection] = []
        var raws: [[UInt8]] = []

        mutating func add(_ draft: RecordDraft) {
            records.append(
                "\(draft.cells) \(draft.bytes) \(String(describing: draft.key)) \(draft.alcoholRaw) \(draft.line) "
                    + "\(draft.byteOffset)+\(draft.byteLength) \(draft.defects)"
            )
        }

        mutating func add(_ rejection: RowRejection, _ raw: Span<UInt8>) {
            rejections.append(rejection)
            raws.append(raw.indices.map { raw[$0] })
        }
    }

    private func job(_ text: String, limits: ReadingLimits = .standard) throws -> ReadingJob {
        try folder.write(text, to: "delivery.csv")
        return ReadingJob(
            feed: .plain(.breathTest, name: "tests", region: 430800, folder: folder.path),
            law: try Repository.rules.get().law,
            receivedAt: SmallWorld.asOf,
            file: try ArchivedFile(inPlace: folder.path + "/delivery.csv"),
            limits: limits
        )
    }

    private func process(_ job: ReadingJob, program: String? = nil) throws -> (tally: DeliveryTally, told: Told) {
        guard case .process(let own) = DocketProgram.reading else { throw CancellationError() }
        var told = Told()
        let tally = try ReadingProcess(program: program ?? own, job: job).read(
            part: { told.parts.append($0) },
            each: { told.add($0) },
            rejected: { told.add($0, $1) }
        )
        return (tally, told)
    }

    /// Two sound tests, one whose number is none, one row of broken shape, and one of blanks.
    private static let rows: String = {
        func row(_ number: String) -> [String: String] {
            [
                "device": "JC01", "record_no": number, "tested_at": "2025-03-03 20:01:00", "alcohol": "85.5",
                "person_id": "43080219900101123X", "plate": "湘G12345",
            ]
        }
        let table = PlainTable(.breathTest, [row("1"), row("x"), row("3")]).text
        let blank = String(repeating: ",", count: Kind.breathTest.schema.fields.count - 1)
        return table + "JC01,\"3\n" + blank + "\n"
    }()

    private static func long(_ count: Int) -> String {
        let last = rows.split(separator: "\n").first { $0.contains("JC01") } ?? ""
        return rows + String(repeating: last + "\n", count: count)
    }

    @Test("tells what is told when it is read here: parts, records, rejections, bytes and places")
    func same() throws {
        let job = try job(Self.rows)
        let there = try process(job)
        var told = Told()
        let here = try DeliveryReader(feed: job.feed, law: job.law, receivedAt: job.receivedAt).read(
            try ArchivedFile(inPlace: job.path),
            part: { told.parts.append($0) },
            each: { told.add($0) },
            rejected: { told.add($0, $1) }
        )
        #expect(there.tally == here)
        #expect(there.told == told)
        #expect(told.records.count == 2)
        #expect(told.rejections.count == 2)
        #expect(told.parts.last == .ends(skipped: 1))
    }

    @Test("a delivery that nothing can be read of says why, as it does here")
    func unreadable() throws {
        let fault = #expect(throws: UnreadableDelivery.self) { try process(try job("a,b\n1,2\n")) }
        #expect(fault?.cause == .missingColumns)
        #expect(fault?.line == 1)
    }

    @Test("more memory or time than it may have ends it, and the delivery is set aside")
    func limits() throws {
        let long = Self.long(200_000)
        let slow = ReadingLimits(memory: 512 << 20, seconds: 0, bytesPerSecond: .max)
        let fault = #expect(throws: UnreadableDelivery.self) { try process(try job(long, limits: slow)) }
        #expect(fault?.cause == .crash)
        #expect(fault?.cause.isOfTheFile == true)
        let narrow = ReadingLimits(memory: 1 << 20, seconds: 60, bytesPerSecond: 1)
        #expect(throws: UnreadableDelivery.self) { try process(try job(long, limits: narrow)) }
        // One that neither works nor ends is given up.
        let stuck = try folder.script("exec sleep 600", to: "stuck")
        let silence = #expect(throws: UnreadableDelivery.self) {
            try process(try job(Self.rows, limits: slow), program: stuck)
        }
        #expect(silence?.cause == .crash)
        #expect(silence?.explanation.contains("kept silent for 0 s") == true)
    }

    @Test("a program that cannot be started, or is another, is no fault of the file where nothing ran")
    func programs() throws {
        let missing = #expect(throws: UnreadableDelivery.self) {
            try process(try job(Self.rows), program: folder.path + "/nothing")
        }
        #expect(missing?.cause == .system)
        #expect(missing?.cause.isOfTheFile == false)
        for program in ["/bin/true", "/bin/cat"] {
            let fault = #expect(throws: UnreadableDelivery.self) { try process(try job(Self.rows), program: program) }
            #expect(fault?.cause == .crash)
        }
    }

    @Test("a signal that breaks it is told; one that ends it on purpose leaves the file for later")
    func signals() throws {
        for (signal, cause) in [
            ("SEGV", UnreadableDelivery.Cause.crash), ("ILL", .crash), ("KILL", .system), ("TERM", .system),
        ] {
            let script = try folder.script("kill -\(signal) $$", to: "dies")
            let fault = #expect(throws: UnreadableDelivery.self) { try process(try job(Self.rows), program: script) }
            #expect(fault?.cause == cause, "\(signal)")
        }
    }

    @Test(
        "frames no honest process writes are refused",
        arguments: [
            [], [9, 0, 0, 0, 0], [1, 0xFF, 0xFF, 0xFF, 0xFF], [1, 2, 0, 0, 0, 1, 1], [2, 4, 0, 0, 0, 1, 2, 3, 4],
            [6, 16, 0, 0, 0] + Array(repeating: 1, count: 16), [3, 2, 0, 0, 0, 0x7B, 0x7D],
        ] as [[UInt8]]
    )
    func garbage(frame: [UInt8]) throws {
        let octal = frame.map { "\\0" + String($0, radix: 8) }.joined()
        let script = try folder.script("printf '%b' '\(octal)'", to: "lies")
        let fault = #expect(throws: UnreadableDelivery.self) { try process(try job(Self.rows), program: script) }
        #expect(fault?.cause == .crash)
    }

    @Test("nonsense is told as nonsense, not as an early end")
    func nonsense() throws {
        let script = try folder.script("printf '\\001\\377\\377\\377\\377'", to: "lies")
        let fault = #expect(throws: UnreadableDelivery.self) { try process(try job(Self.rows), program: script) }
        #expect("\(fault.map { "\($0)" } ?? "")".contains("makes no sense"))
    }

    @Test("while it says nothing the caller is asked again and again, and may break off")
    func silent() throws {
        struct Enough: Error {}
        let script = try folder.script("exec sleep 600", to: "keeps-silent")
        var asked = 0
        #expect(throws: Enough.self) {
            _ = try ReadingProcess(program: script, job: try job(Self.rows)).read(
                part: { _ in },
                each: { _ in },
                rejected: { _, _ in },
                progress: { done, _ in
                    #expect(done == 0)
                    asked += 1
                    if asked == 2 { throw Enough() }
                }
            )
        }
        #expect(asked == 2)
    }

    @Test("whoever breaks off leaves no process behind")
    func breakingOff() throws {
        struct Enough: Error {}
        guard case .process(let own) = DocketProgram.reading else { return }
        let long = Self.long(50_000)
        let job = try job(long)
        #expect(throws: Enough.self) {
            try ReadingProcess(program: own, job: job).read(
                part: { _ in },
                each: { _ in throw Enough() },
                rejected: { _, _ in }
            )
        }
    }
}
