/// What happens besides tests, cases, films and messages. Seconds since 1970 UTC throughout.
package struct Affairs: Sendable {
    package var duties: [Duty] = []
    package var complaints: [Complaint] = []
    package var exhibits: [Exhibit] = []
    package var counters: [Counter] = []
    package var accidents: [Accident] = []
    package var sessions: [ExamSession] = []
    package var examFilms: [ExamFilm] = []
    package var inspections: [Inspection] = []

    /// A line of the roster.
    package struct Duty: Sendable {
        package let officer: String
        package let from: Int64
        package let to: Int64
        package let unit: String
        package var status = "在岗"
        package var borrowed: String?
    }

    /// A complaint on its way through the hotline.
    package struct Complaint: Sendable {
        package let number: String
        package let receivedAt: Int64
        package var topic = "短信告知"
        package let unit: String
        /// Place in `World.messages`.
        package var message: Int?
        package var duplicateOf: String?
        package var closedAt: Int64?
    }

    /// Something seized in a case.
    package struct Exhibit: Sendable {
        package let number: String
        /// Place in `World.cases`.
        package let entry: Int
        package let seizedAt: Int64
        package var depositedAt: Int64?
        package var remoteUntil: Int64?
    }

    /// A reading of a tester's own counter.
    package struct Counter: Sendable {
        package let tester: Int
        package let at: Int64
        package var occasion = "检定"
        package var isBoardChanged = false
        /// How much more it shows than the number of its last test.
        package var surplus = 0
    }

    /// A traffic accident.
    package struct Accident: Sendable {
        package let number: String
        package let at: Int64
        package let squadron: Int
        package var isAlcoholSuspected = false
        package var hasDriverFled = false
        package var bloodAt: Int64?
        package var caseNumber: String?
        package let driver: Driver
    }

    /// A session of the driving examination.
    package struct ExamSession: Sendable {
        package let number: String
        package let room: String
        package let from: Int64
        package let to: Int64
    }

    /// A recording of an examination room.
    package struct ExamFilm: Sendable {
        package let number: String
        package let room: String
        package let from: Int64
        package let to: Int64
    }

    /// A look at a body camera.
    package struct Inspection: Sendable {
        package let camera: Int
        package let at: Int64
    }
}
