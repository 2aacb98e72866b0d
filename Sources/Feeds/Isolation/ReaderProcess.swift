import FoundationEssentials
import Glibc
import Model

/// A process of its own that does one job and tells of it in frames.
struct ReaderProcess: Sendable {
    /// This very program, as the file system knows it.
    let program: String
    let job: ReaderJob

    /// Runs the process until all is told.
    ///
    /// - Parameters:
    ///   - silent: called at least twice a second while nothing comes.
    ///   - frame: lent each frame but those that say why nothing can be read; gives the result with the last of them.
    /// - Returns: the result.
    /// - Throws: `UnreadableDelivery`, of cause `crash` where the file broke the process; `ArchiveFault`; what a closure
    ///   throws. The process is gone then.
    func run<Result>(
        silent: () throws -> Void,
        frame: (FrameKind, Span<UInt8>, Range<Int>) throws -> Result?
    ) throws -> Result {
        let child = try start()
        let seconds = job.limits.seconds(forBytes: job.size)
        // A process at work is told of by its processor time; one that waits, by ours.
        let longestSilence = seconds.multipliedReportingOverflow(by: Self.slowness)
        var frames = FrameReader(
            child.output,
            longestSilence: longestSilence.overflow ? .max : longestSilence.partialValue
        )
        do {
            while let (kind, content) = try frames.next(silent: silent) {
                let bytes = frames.bytes.span
                switch kind {
                case .unreadable: throw try Self.decode(UnreadableDelivery.self, bytes, content)
                case .missing: throw try Self.decode(ArchiveFault.self, bytes, content)
                default:
                    // All is told: it is killed with this value, for nothing would limit the wait for its own end.
                    if let result = try frame(kind, bytes, content) { return result }
                }
            }
        } catch is FrameCursor.Malformed {
            throw UnreadableDelivery.nonsense
        } catch is FrameReader.Silence {
            throw UnreadableDelivery.silence(seconds: frames.longestSilence)
        }
        throw ReadingEnd(status: child.end()).fault(job.limits, seconds: seconds)
    }

    /// How many times longer than its processor time a process may keep silent on a machine with much else to do.
    private static let slowness: Int64 = 30

    private func start() throws -> ChildProcess {
        let input = Array(try JSONEncoder().encode(job))
        do throws(ChildProcess.Failure) {
            return try ChildProcess(program, [program, ReadingProcess.verb], input: input)
        } catch {
            throw UnreadableDelivery(
                .system,
                explanation: "不能启动读取进程 \(program) / the process to read it cannot be started: "
                    + String(cString: strerror(error.code)),
                remedy: "检查程序文件、内存和进程数限制 / check the program's file, memory, and limits on processes"
            )
        }
    }

    /// A value that was sent as JSON.
    ///
    /// - Throws: `FrameCursor.Malformed` where it is none.
    static func decode<Value: Decodable>(
        _ type: Value.Type,
        _ bytes: Span<UInt8>,
        _ content: Range<Int>
    ) throws(FrameCursor.Malformed) -> Value {
        let data = bytes.extracting(content).withUnsafeBufferPointer { Data($0) }
        guard let value = try? JSONDecoder().decode(type, from: data) else { throw FrameCursor.Malformed() }
        return value
    }
}
