import Simulation
import Testing

struct ExportRecountTests {
    @Test("what is counted out of the written exports is what was planted", arguments: [1, 2, 3] as [UInt64], [8, 14])
    func recounted(seed: UInt64, days: Int) throws {
        let scratch = try Scratch()
        let key = try Simulation(seed: seed, days: days, scale: 0.05).write(to: scratch.path).key
        let planted = Set(
            key.planted.filter { ExportRecount.checks.contains($0.check) }
                .map { "\($0.state.rawValue) \($0.check) \($0.subject)" }
        )
        let counted = Set(ExportRecount(try ExportReader(scratch), days: days).found)
        #expect(counted.subtracting(planted).sorted() == [])
        #expect(planted.subtracting(counted).sorted() == [])
        #expect(planted.count > 30)
    }
}
