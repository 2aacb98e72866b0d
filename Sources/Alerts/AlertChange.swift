/// One step in the life of an alert: what happened, and how the alert stands after it.
package struct AlertChange: Equatable, Sendable {
    package var event: AlertEvent
    package var alert: AlertState

    package init(event: AlertEvent, alert: AlertState) {
        self.event = event
        self.alert = alert
    }
}

/// What can happen to an alert: opened, then updated, closed and reopened in turn.
package enum AlertEvent: String, Sendable, CaseIterable {
    case opened, updated, closed, reopened
}
