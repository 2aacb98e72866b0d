import ArgumentParser
import Daemon
import Model
import Store

/// Which rejected rows a verb is about.
struct RejectionOptions: ParsableArguments {
    @Option(name: .long, help: "数据源 / feed")
    var feed: String?

    @Option(name: .long, help: "交付编号 / number of the delivery")
    var delivery: Int64?

    @Option(name: .long, help: "原因代码，如 time / word for the cause, such as time")
    var cause: RowRejection.Reason?

    @Option(name: .long, help: "所涉的列 / column the cause speaks of")
    var column: String?

    @Option(name: .long, help: "行号 / line of the row")
    var line: Int64?

    @Option(
        name: .long,
        help: "此时起收到的，如 2025-03-17 或 2025-03-17T09:00:00+08:00 / received since",
        transform: { text in
            if let instant = Instant(rfc3339: text) ?? Instant(rfc3339: text + "T00:00:00+08:00") { return instant }
            throw ValidationError(
                "\(text) 不是时刻，应如 2025-03-17 或 2025-03-17T09:00:00+08:00 / is no time; write it like 2025-03-17 or 2025-03-17T09:00:00+08:00"
            )
        }
    )
    var since: Instant?

    var filter: RejectionFilter {
        RejectionFilter(feed: feed, delivery: delivery, reason: cause, column: column, since: since, line: line)
    }
}

extension RejectionOptions {
    /// Refuses a delivery or a feed there is not: nothing found would pass for nothing to do.
    ///
    /// - Throws: `Refusal`, `DatabaseError`, `CancellationError`.
    func check(against passes: Passes) async throws {
        if let delivery, !(try await passes.hasDelivery(delivery)) {
            throw Refusal(
                code: 65,
                description: "没有交付 \(delivery)，见 docket rejects list / there is no delivery \(delivery); look with "
                    + "docket rejects list"
            )
        }
        if let feed, !(try await passes.hasFeed(feed)) {
            throw Refusal(
                code: 65,
                description: "没有数据源 \(feed)，见 docket status / there is no feed \(feed); look with docket status"
            )
        }
    }
}

extension RowRejection.Reason: ExpressibleByArgument {}
