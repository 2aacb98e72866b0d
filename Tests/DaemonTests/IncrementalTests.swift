import Foundation
import Model
import TestSupport
import Testing

@Suite("Reviewing what was touched gives what reviewing everything gives", .serialized)
struct IncrementalTests {
    /// More of them with `DOCKET_TEST_SEEDS`.
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["DOCKET_TEST_SEEDS"].flatMap { UInt64($0) } ?? 8)

    @Test("whatever the order and grouping of the deliveries", arguments: seeds)
    func equal(seed: UInt64) async throws {
        let world = SmallWorld(seed: seed)
        guard try await !world.disagreements().isEmpty else { return }
        let smallest = try await world.shrunk(tries: 80)
        let differences = try await smallest.disagreements().joined(separator: "\n")
        Issue.record("seed \(seed)\n\(differences)\n\n\(smallest.story)")
    }

    /// A world in which something far from the change must be seen to change with it.
    struct Corner: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [[SmallWorld.Entry]]
    }

    private static let corners = [
        Corner(
            testDescription: "a row that comes between two others parts a group in which nothing was positive",
            steps: [
                [
                    .test("JC01", 1, "2025-03-03 20:00:00", ["alcohol": "0", "plate": "湘G12345"]),
                    .test("JC01", 2, "2025-03-03 20:10:00", ["alcohol": "0"]),
                    .test("JC02", 1, "2025-03-03 20:05:00", ["alcohol": "45", "plate": "湘G12345"]),
                ],
                [.test("JC01", 9, "2025-03-03 20:04:00", ["alcohol": "0"], export: 1)],
            ]
        ),
        Corner(
            testDescription: "a row that moves away lets its neighbours join a stop of another device",
            steps: [
                [
                    .test("JC01", 1, "2025-03-03 20:00:00", ["alcohol": "0", "plate": "湘G12345"]),
                    .test("JC01", 9, "2025-03-03 20:04:00", ["alcohol": "0"]),
                    .test("JC01", 2, "2025-03-03 20:10:00", ["alcohol": "0"]),
                    .test("JC02", 1, "2025-03-03 20:05:00", ["alcohol": "45", "plate": "湘G12345"]),
                ],
                [.test("JC01", 9, "2025-03-04 02:00:00", ["alcohol": "0"], export: 1)],
            ]
        ),
        Corner(
            testDescription: "a robot is put to the test after its violation was told of without its name",
            steps: [
                [
                    .init(
                        kind: .notice,
                        export: 0,
                        values: ["message_no": "S1", "violation_no": "X1", "sent_at": "2025-03-04 00:33:00"]
                    ),
                    .init(
                        kind: .robotViolation,
                        export: 0,
                        values: [
                            "robot": "R1", "record_no": "X1", "captured_at": "2025-03-03 17:03:00", "score": "900",
                            "reviewed_at": "2025-03-03 20:30:00", "reviewer": "080001",
                        ]
                    ),
                ],
                [.init(kind: .robot, export: 1, values: ["robot": "R1", "status": "test"])],
            ]
        ),
        Corner(
            testDescription: "a register says again, byte for byte, what it said before it said something else",
            steps: [
                [.init(kind: .robot, export: 2, values: ["robot": "R1", "status": "in_service"])],
                [.init(kind: .robot, export: 0, values: ["robot": "R1", "status": "in_service"])],
                [
                    .init(kind: .robot, export: 1, values: ["robot": "R1", "status": "test"]),
                    .init(
                        kind: .notice,
                        export: 1,
                        values: ["message_no": "S1", "robot": "R1", "sent_at": "2025-03-04 00:33:00"]
                    ),
                ],
            ]
        ),
        Corner(
            testDescription: "a clip that ends before it begins still joins the two beside it",
            steps: [
                [
                    .test("JC01", 1, "2025-03-03 20:00:00", ["alcohol": "45", "officer": "080101"]),
                    .clip("V1", "2025-03-03 19:50:00", "2025-03-03 19:59:00"),
                    .clip("V3", "2025-03-03 19:59:16", "2025-03-03 20:05:00"),
                ],
                [.clip("V2", "2025-03-03 19:59:08", "2025-03-03 18:00:00", export: 1)],
            ]
        ),
    ]

    @Test("also where what changes lies far from what changed", arguments: corners)
    func corner(_ corner: Corner) async throws {
        #expect(try await SmallWorld(steps: corner.steps).disagreements() == [])
    }
}

extension SmallWorld.Entry {
    fileprivate static func clip(_ number: String, _ from: String, _ to: String, export: Int = 0) -> Self {
        let values = ["recording_no": number, "camera": "C1", "officer": "080101", "started_at": from, "ended_at": to]
        return .init(kind: .recording, export: export, values: values)
    }

    fileprivate static func test(
        _ device: String,
        _ number: Int,
        _ at: String,
        _ more: [String: String],
        export: Int = 0
    ) -> Self {
        let values = ["device": device, "record_no": String(number), "tested_at": at, "unit": "430802010000"]
        return .init(kind: .breathTest, export: export, values: values.merging(more) { $1 })
    }
}
