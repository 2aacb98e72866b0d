import ArgumentParser
import Daemon
import Model
import Store

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "各数据源、核查与预警的现状 / How feeds, checks and alerts stand",
        discussion: "例 / Example: docket status --json --config /etc/docket/docket.yaml"
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let status = try await common.passes("status").status()
        if common.json { return try Terminal.json(StatusReport(status)) }
        for feed in status.feeds { feed.sentences.forEach(say) }
        Terminal.say("")
        for check in status.checks { say(check.sentence) }
        Terminal.say("")
        say(
            "上次复核 last review \(status.lastReview?.chinaMinuteText ?? "—")，"
                + "最近日报 last digest \(status.lastDigest?.chinaMinuteText ?? "—")"
        )
        Terminal.say("\(status.open.count) 个预警未关闭 / alerts open")
        for alert in status.open {
            say("\(alert.number.text) \(alert.severity.rawValue) \(alert.check) \(alert.unit) \(alert.subject)")
        }
    }

    /// A sentence in as many lines as the terminal needs, set in as it is.
    private func say(_ sentence: String) {
        Paragraph(indented: sentence, width: Terminal.room).lines.forEach(Terminal.say)
    }
}

extension DigestFeed {
    fileprivate var sentences: [String] {
        let complete = completeUntil?.chinaMinuteText ?? "—"
        let account =
            "\(name) [\(kind.rawValue)] \(deliveries) 交付 deliveries, 完整至 complete until \(complete)"
        let rows =
            "  读入 read \(read) = 新存 stored \(stored) + 修订 revised \(revised) + 未变 unchanged \(unchanged) + 退回 rejected \(rejected)"
        let open =
            rejectedOpen == 0
            ? nil : "  ! \(rejectedOpen) 个退回行待处理，见 docket rejects list / rejected rows wait: docket rejects list"
        let unread = unreadable == 0 ? nil : "  ! \(unreadable) 个文件无法读取 / files could not be read"
        let held =
            holding == 0
            ? nil
            : "  ! \(holding) 次交付有退回行或无法读取，完整时点不再前移 / deliveries with rejected rows, or unreadable, hold the feed back"
        let gap =
            lagsBehindProof && holding == 0 && trouble == nil
            ? "  ! 导出有空当或有文件待取 / a gap in the exports, or a file that waits, keeps it there" : nil
        let gone =
            missed + vanished == 0
            ? nil
            : "  ! \(vanished) 条记录已从全量中消失，另有 \(missed) 条一次未见，见 docket.vanished_record / "
                + "records vanished from the register, \(missed) more missed once: docket.vanished_record"
        return [account, rows] + [open, unread, held, gap, gone, trouble.map { "  ! \($0)" }].compactMap { $0 }
            + symptoms.map { "  ! 不合约定 / not as expected: \($0)" }
    }
}

extension DigestCheck {
    fileprivate var sentence: String {
        guard missing.isEmpty else {
            return "\(id): 不能运行，缺少 / not runnable, missing \(missing.map(\.code).joined(separator: ", "))"
        }
        if let fault { return "\(id): 未能运行 / could not be run: \(fault)" }
        return "\(id): \(clean) 无异常 clean, \(notDue) 未到期 not due, \(undetermined) 尚不能判定 undetermined, "
            + "\(violated) 线索 leads"
    }
}
