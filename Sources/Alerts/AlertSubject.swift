/// What names a trouble for good: the check, and what it speaks of. One trouble has one alert, ever.
package struct AlertSubject: Hashable, Comparable, Sendable {
    package var check: String
    package var subject: String

    package init(check: String, subject: String) {
        self.check = check
        self.subject = subject
    }

    package static func < (left: AlertSubject, right: AlertSubject) -> Bool {
        (left.check, left.subject) < (right.check, right.subject)
    }
}
