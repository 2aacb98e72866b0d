import ArgumentParser
import Daemon
import Store

extension RejectsCommand {
    struct Discard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "discard",
            abstract:
                "作废退回行、无法读取或重复的文件：没有缺失的内容 / Discard rejected rows, unreadable files, repetitions: nothing is missing",
            discussion: """
                作废的行不删除;其交付不再有待处理的行时，不再使数据源的完整时点停住。
                Nothing is deleted; a delivery with no open rows left no longer holds its feed back.

                例 / Example:
                  docket rejects discard --delivery 17 --reason "更正的行在第18次交付 / corrected rows came in delivery 18"
                """
        )

        @OptionGroup var options: RejectionOptions

        @Option(name: .long, help: "理由 / why")
        var reason: String

        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard !options.filter.isEmpty else {
                throw ValidationError("请指明哪些行，如 --delivery 17 / say which rows, such as --delivery 17")
            }
            guard !reason.allSatisfy(\.isWhitespace) else {
                throw ValidationError("--reason 不能为空 / --reason must say something")
            }
        }

        func run() async throws {
            let passes = try await common.passes("rejects discard")
            try await options.check(against: passes)
            let discarded = try await passes.discard(options.filter, because: reason, by: Caller.name, now: Wall.now)
            if !discarded.isEmpty { try await passes.ring() }
            if common.json { return try Terminal.json(discarded.map(DiscardReport.init)) }
            for delivery in discarded { Terminal.say(delivery.sentence) }
            if discarded.isEmpty { Terminal.say("没有待处理的行 / no open row matches") }
        }
    }
}

extension Settlement.Discarded {
    fileprivate var sentence: String {
        let what = rows > 0 ? "\(rows) 行作废 rows discarded" : "整个文件作废 whole file discarded"
        return "\(feed) 交付 delivery \(delivery): \(what)"
            + (isReleased ? "，不再停住完整时点 / no longer holds its feed back" : "")
    }
}

private struct DiscardReport: Encodable {
    let delivery: Int64
    let feed: String
    /// None where it is the file as a whole.
    let rows: Int64
    /// Whether the delivery held its feed back and no longer does.
    let released: Bool

    init(_ discarded: Settlement.Discarded) {
        (delivery, feed, rows, released) = (discarded.delivery, discarded.feed, discarded.rows, discarded.isReleased)
    }
}
