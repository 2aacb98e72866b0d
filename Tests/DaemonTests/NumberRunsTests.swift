import Daemon
import Store
import TestSupport
import Testing

@Suite("Runs of record numbers")
struct NumberRunsTests {
    private func run(_ from: Int64, _ to: Int64) -> NumberRunStore.Run {
        NumberRunStore.Run(from: from, to: to, fromKey: "k\(from)", toKey: "k\(to)")
    }

    @Test("neighbours join, gaps part, and the ends of the number line do not trap")
    func joins() {
        #expect(NumberRuns.joined([run(3, 3), run(1, 1), run(2, 2)]) == [run(1, 3)])
        #expect(NumberRuns.joined([run(1, 2), run(4, 4)]) == [run(1, 2), run(4, 4)])
        #expect(NumberRuns.joined([run(1, 9), run(3, 4)]) == [run(1, 9)])
        #expect(NumberRuns.joined([]) == [])
        #expect(NumberRuns.joined([run(.max - 1, .max), run(.max, .max)]) == [run(.max - 1, .max)])
    }

    @Test("however the numbers come, one by one or many at once, the runs are those of the whole", arguments: 0..<200)
    func order(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let numbers = (0..<Int.random(in: 1...40, using: &chance)).map { _ in Int64.random(in: 1...30, using: &chance) }
        let whole = NumberRuns.joined(numbers.map { run($0, $0) })
        var steps: [NumberRunStore.Run] = []
        var left = numbers.shuffled(using: &chance)[...]
        while !left.isEmpty {
            let count = Int.random(in: 1...5, using: &chance)
            steps = NumberRuns.joined(steps + left.prefix(count).map { run($0, $0) })
            left = left.dropFirst(count)
        }
        #expect(steps == whole)
        #expect(Set(whole.flatMap { $0.from...$0.to }) == Set(numbers))
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.to + 1 < $1.from })
    }
}
