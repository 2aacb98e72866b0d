package import Model

/// Tests one device made in a row of one subject: the smallest piece of a stop.
package struct DeviceGroup: Equatable, Sendable {
    /// In the order of the device: by time, then record number. Never empty.
    package let tests: [StopTest]
    /// The key of the earliest test, by time and then key.
    package let key: String
    package let firstAt: Instant

    /// Nil where there are no tests.
    init?(_ tests: [StopTest]) {
        guard let earliest = tests.min(by: Self.precedes) else { return nil }
        self.tests = tests
        key = earliest.key
        firstAt = earliest.testedAt
    }

    static func precedes(_ left: StopTest, _ right: StopTest) -> Bool {
        (left.testedAt, left.key) < (right.testedAt, right.key)
    }
}
