import ArgumentParser
import Feeds
import Glibc

/// What the daemon runs to have a delivery read apart from itself; no verb for people.
struct ReadDeliveryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ReadingProcess.verb,
        abstract: "供守护进程内部使用：隔离读取一个文件 / Used by the daemon itself: reads a delivery in a process of its own",
        shouldDisplay: false
    )

    func run() throws { Glibc.exit(ReaderTask.run(job: STDIN_FILENO, frames: STDOUT_FILENO)) }
}
