import Glibc

/// How a reading process ended.
struct ReadingEnd: Equatable, Sendable {
    /// The signal that killed it, if one did.
    let signal: Int32?
    let code: Int32

    /// The exit code of a process that could not limit itself, and therefore read nothing.
    static let withoutLimits: Int32 = 77

    /// - Parameter status: as `waitpid` gives it.
    init(status: Int32) {
        let number = status & 0x7F
        signal = number == 0 ? nil : number
        code = (status >> 8) & 0xFF
    }

    /// Whether nothing was read of the file that could be at fault.
    private var isOfTheSystem: Bool { isByOrder || signal == nil && code == Self.withoutLimits }

    /// Whether somebody ended it on purpose, which says nothing of the file: a person, the service manager, or the system
    /// where memory ran out for all. Its own limits end it otherwise.
    private var isByOrder: Bool {
        signal.map { [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGKILL].contains($0) } ?? false
    }

    /// Says what happened.
    func fault(_ limits: ReadingLimits, seconds: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            isOfTheSystem ? .system : .crash,
            explanation: sentence(limits, seconds: seconds),
            remedy: isOfTheSystem
                ? "下次取数时重读 / it is read again at the next poll"
                : UnreadableDelivery.remedyForCrash
        )
    }

    private func sentence(_ limits: ReadingLimits, seconds: Int64) -> String {
        switch signal {
        case SIGXCPU:
            "读取用时超过 \(seconds) 秒，已中止 / reading it took more than \(seconds) s of processor time, and was broken off"
        case SIGKILL:
            "读取进程被系统或他人终止，可能内存不足 / the process reading it was killed by the system or somebody; memory may have run out (dmesg)"
        case let number?:
            "读取进程意外中止（信号 \(number)），或内存超过 \(limits.memory >> 20) MiB / the process reading it broke down (signal \(number)), or wanted more than \(limits.memory >> 20) MiB"
        case nil where code == Self.withoutLimits:
            "读取进程不能限制自己的内存和时间 / the process to read it may not limit its own memory and time (setrlimit)"
        case nil:
            "读取进程没有读完就结束（退出码 \(code)） / the process reading it left before its end (exit code \(code))"
        }
    }
}

extension UnreadableDelivery {
    fileprivate static let remedyForCrash =
        "文件已隔离存档，不再自动重读；请核对来源，并把文件和此信息交给开发者；修复后用 docket rejects replay 重读 / the file is set aside in the archive and not read again by itself; check its source, hand it to the developers with this message, and read it with docket rejects replay once that is mended"

    /// The process neither said anything nor ended.
    ///
    /// - Parameter seconds: how long it was waited for.
    /// - Returns: what to tell of the delivery.
    static func silence(seconds: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .crash,
            explanation:
                "读取进程 \(seconds) 秒没有动静，已中止 / the process reading it kept silent for \(seconds) s, and was broken off",
            remedy: remedyForCrash
        )
    }

    /// What the process said is in no form it speaks.
    static let nonsense = UnreadableDelivery(
        .crash,
        explanation: "读取进程的回答不成格式 / what the process reading it said makes no sense",
        remedy: remedyForCrash
    )
}
