import Matching
import Model
import Postgres
import Store

/// What the registers excuse, by device.
struct Registers {
    private let spans: [String: [InternalSpan]]
    private let days: [String: Set<Day>]

    init(region: Int32, _ session: borrowing Session) throws {
        spans = Dictionary(grouping: try RegisterQuery.internalSpans(region: region, session), by: \.device)
        days = try RegisterQuery.verificationDays(region: region, session)
    }

    subscript(device: String) -> DeviceRegister {
        DeviceRegister(spans: spans[device] ?? [], verificationDays: days[device] ?? [])
    }
}
