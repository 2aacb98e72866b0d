import Matching
import Model

/// What is known of the numbered tests of one device, in the order of the device.
struct DeviceHistory {
    private var tests: [StopTest] = []
    private var isInOrder = true

    /// Consecutive tests that must be looked at together to tell groups apart, and the tests they are parted from.
    struct Run {
        /// Never empty.
        let tests: [StopTest]
        let before: StopTest?
        let after: StopTest?
    }

    /// Adds a test that was not known before.
    mutating func learn(_ test: StopTest) {
        if let last = tests.last, !StopGrouping.precedes(last, test) { isInOrder = false }
        tests.append(test)
    }

    /// The known run a known test lies in.
    mutating func run(around test: StopTest, _ grouping: StopGrouping) -> Run {
        bringInOrder()
        let place = tests.firstPlace { !StopGrouping.precedes($0, test) }
        var (first, end) = (place, min(place + 1, tests.count))
        while first > 0, first < end, grouping.continues(tests[first], tests[first - 1]) { first -= 1 }
        while end > first, end < tests.count, grouping.continues(tests[end], tests[end - 1]) { end += 1 }
        return Run(
            tests: Array(tests[first..<end]),
            before: first > 0 ? tests[first - 1] : nil,
            after: end < tests.count ? tests[end] : nil
        )
    }

    /// The known tests within a stretch of time, ends included.
    mutating func tests(from: Instant, to: Instant) -> ArraySlice<StopTest> {
        bringInOrder()
        let first = tests.firstPlace { $0.testedAt >= from }
        return tests[first...].prefix { $0.testedAt <= to }
    }

    private mutating func bringInOrder() {
        guard !isInOrder else { return }
        tests.sort(by: StopGrouping.precedes)
        isInOrder = true
    }
}

extension Array {
    /// The first place from which on all elements fulfil the condition; those that do must stand last.
    fileprivate func firstPlace(where isReached: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
