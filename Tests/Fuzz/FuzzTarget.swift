import Feeds
import Glibc
import Model
import Settings

/// What libFuzzer gives its inventions to: the feed that `DOCKET_FUZZ_READER` names reads each as a delivery.
///
/// A trap ends the process, and libFuzzer keeps the input. So does an account that does not add up.
final class FuzzTarget: Sendable {
    private let reader: DeliveryReader
    private let path: String
    /// Whether old Excel is tried: its library breaks so often that the other workbooks would never get their turn.
    private let isOfXLS: Bool

    static let shared = FuzzTarget()

    private init() {
        let environment = { (name: String) in getenv(name).map { String(cString: $0) } ?? "" }
        let name = environment("DOCKET_FUZZ_READER")
        do {
            let configuration = try Configuration.load(path: environment("DOCKET_FUZZ_CONFIG"))
            guard let feed = configuration.feeds.first(where: { $0.name == name }) else {
                fatalError("there is no feed \(name) in \(environment("DOCKET_FUZZ_CONFIG"))")
            }
            // A date of its own, so that a finding is one tomorrow as well: 2026-06-01 00:00 in UTC.
            let receivedAt = Instant(microseconds: 1_780_272_000_000_000)
            reader = DeliveryReader(feed: feed, law: configuration.law, receivedAt: receivedAt, bufferSize: 1 << 12)
        } catch {
            fatalError("\(error)")
        }
        isOfXLS = name == "xls"
        path = "/dev/shm/docket-fuzz-\(getpid())"
    }

    /// Reads one invention.
    ///
    /// - Returns: whether it is of use to this reader.
    func read(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) == isOfXLS else { return false }
        write(bytes)
        var account = Account()
        do {
            let tally = try reader.read(
                try ArchivedFile(inPlace: path),
                part: { account.take($0) },
                each: { account.take($0) },
                rejected: { account.take($0, $1) }
            )
            account.close(tally)
        } catch is UnreadableDelivery {
            // Said with its reason: that is what a reader is for.
        } catch {
            fatalError("neither read nor refused: \(error)")
        }
        return true
    }

    private func write(_ bytes: UnsafeRawBufferPointer) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        precondition(Glibc.write(file, bytes.baseAddress, bytes.count) == bytes.count)
    }
}

/// The name libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.shared.read(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)) ? 0 : -1
}

/// libFuzzer's loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM gives the program a `main` of its own, where libFuzzer would bring one.
@main
enum Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runLibFuzzer(&count, &arguments) { readOneInput($0, $1) })
    }
}
