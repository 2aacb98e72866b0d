import Telemetry
import Testing

@Suite struct WatchdogIntervalTests {
    @Test("the process pings twice within the limit")
    func period() {
        let interval = WatchdogInterval(
            environment: ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "42"],
            processID: 42
        )
        #expect(interval?.limit == .seconds(30))
        #expect(interval?.period == .seconds(15))
        #expect(WatchdogInterval(environment: ["WATCHDOG_USEC": "5"], processID: 42) != nil)
    }

    @Test(
        "no watchdog, a broken one or another process's is none",
        arguments: [
            [:], ["WATCHDOG_USEC": ""], ["WATCHDOG_USEC": "0"], ["WATCHDOG_USEC": "-5"], ["WATCHDOG_USEC": "1s"],
            ["WATCHDOG_USEC": "99999999999999999999"], ["WATCHDOG_USEC": "5", "WATCHDOG_PID": "43"],
            ["WATCHDOG_USEC": "5", "WATCHDOG_PID": ""],
        ]
    )
    func none(environment: [String: String]) {
        #expect(WatchdogInterval(environment: environment, processID: 42) == nil)
    }
}
