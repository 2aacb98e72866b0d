import FoundationEssentials
import Glibc
import Model
import Settings

/// Has a file no feed describes yet looked at by a process of its own, as deliveries are read.
package struct SamplingProcess: Sendable {
    private let program: String
    private let job: SamplingJob

    /// - Parameters:
    ///   - program: this very program, as the file system knows it.
    ///   - job: what to look at.
    package init(program: String, job: SamplingJob) {
        self.program = program
        self.job = job
    }

    /// - Throws: `UnreadableDelivery`, also where the file broke the process; `ArchiveFault`.
    package func sample() throws -> TableSample {
        let child = try start()
        var frames = FrameReader(child.output)
        do {
            while let (kind, content) = try frames.next(silent: {}) {
                let data = frames.bytes.span.extracting(content).withUnsafeBufferPointer { Data($0) }
                switch kind {
                case .sample:
                    guard let sample = try? JSONDecoder().decode(TableSample.self, from: data) else { break }
                    return sample
                case .unreadable: throw try JSONDecoder().decode(UnreadableDelivery.self, from: data)
                case .missing: throw try JSONDecoder().decode(ArchiveFault.self, from: data)
                default: throw FrameCursor.Malformed()
                }
            }
        } catch is FrameCursor.Malformed {
            throw UnreadableDelivery.nonsense
        }
        throw fault(ReadingEnd(status: child.end()))
    }

    private func start() throws -> ChildProcess {
        let input = Array(try JSONEncoder().encode(job))
        do throws(ChildProcess.Failure) {
            return try ChildProcess(program, [program, ReadingProcess.verb], input: input)
        } catch {
            throw UnreadableDelivery.noReadingProcess(program, code: error.code)
        }
    }

    private func fault(_ end: ReadingEnd) -> UnreadableDelivery {
        end.fault(job.limits, seconds: job.limits.seconds(forBytes: job.size))
    }
}

extension UnreadableDelivery {
    static func noReadingProcess(_ program: String, code: CInt) -> UnreadableDelivery {
        UnreadableDelivery(
            .system,
            explanation:
                "不能启动读取进程 \(program) / the process to read it cannot be started: \(String(cString: strerror(code)))",
            remedy: "检查程序文件、内存和进程数限制 / check the program's file, memory, and limits on processes"
        )
    }
}
