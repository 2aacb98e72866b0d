import Postgres
import TestSupport
import Testing

@Suite("Waiting ever longer") struct BackoffTests {
    @Test("each wait lies between half and all of the doubled one, never beyond the cap", arguments: 1...50)
    func bounds(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let backoff = Backoff(first: .milliseconds(200), cap: .seconds(30))
        for attempt in [0, 1, 2, 3, 7, 8, 20, 64, Int.max, -1] {
            let longest = min(Duration.seconds(30), .milliseconds(200) * (1 << max(0, min(attempt, 20))))
            let delay = backoff.delay(after: attempt, using: &generator)
            #expect(delay <= longest)
            #expect(delay >= longest / 2 - .nanoseconds(1))
        }
    }

    @Test("the same generator gives the same waits, another one others")
    func jitter() {
        func waits(_ seed: UInt64) -> [Duration] {
            var generator = SeededGenerator(seed: seed)
            return (0..<5).map { Backoff().delay(after: $0, using: &generator) }
        }
        #expect(waits(1) == waits(1))
        #expect(waits(1) != waits(2))
    }
}
