package import Model

/// Records in, expected findings out: proof that a check fires and that it stays silent, kept beside its rule.
package struct CheckExample: Equatable, Sendable {
    package var name: String
    /// The time of the review, with its offset.
    package var asOf: Instant
    /// Until when the feeds of each kind are complete; kinds not named are complete to `asOf`.
    package var completeUntil: [Kind: Instant]
    package var records: [ExampleRecord]
    /// Records that are in their registers no more.
    package var vanished: [ExampleVanishing]
    package var expected: [ExpectedFinding]

    package init(
        name: String,
        asOf: Instant,
        completeUntil: [Kind: Instant],
        records: [ExampleRecord],
        vanished: [ExampleVanishing] = [],
        expected: [ExpectedFinding]
    ) {
        self.name = name
        self.asOf = asOf
        self.completeUntil = completeUntil
        self.records = records
        self.vanished = vanished
        self.expected = expected
    }
}

/// One record of an example: field names and the text of their values, in the canonical forms
/// (`yyyy-MM-dd HH:mm:ss` in Asia/Shanghai, mg/100mL).
package struct ExampleRecord: Equatable, Sendable {
    package var kind: Kind
    package var values: [String: String]

    package init(kind: Kind, values: [String: String]) {
        self.kind = kind
        self.values = values
    }
}

/// What an example expects of one subject, named by the natural key of the record the subject begins with.
package struct ExpectedFinding: Equatable, Sendable {
    package var subject: String
    package var state: FindingState
    package var severity: Severity?
    /// Done, but after its time: a closed alert is kept of it.
    package var isLate: Bool

    package init(subject: String, state: FindingState, severity: Severity?, isLate: Bool = false) {
        self.subject = subject
        self.state = state
        self.severity = severity
        self.isLate = isLate
    }
}

/// A record of an example that exports show no more.
package struct ExampleVanishing: Equatable, Sendable {
    package var kind: Kind
    package var key: String
    /// The first whole export without it.
    package var missedAt: Instant
    /// The second one; nil where there was none yet.
    package var confirmedAt: Instant?

    package init(kind: Kind, key: String, missedAt: Instant, confirmedAt: Instant?) {
        self.kind = kind
        self.key = key
        self.missedAt = missedAt
        self.confirmedAt = confirmedAt
    }
}
