import ArgumentParser
import Foundation
import Glibc
import Simulation
import Vendor

/// The program: an invented prefecture whose vendors answer over HTTP, for demonstrations and trials. It is no part of the
/// daemon, which opens no port.
@main
struct DocketVendor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docket-vendor",
        abstract: "虚构地区,部分数据由本机HTTP平台提供 / An invented prefecture, part of it handed out over HTTP on this machine",
        discussion: """
            写出 docket.yaml、答案和其余数据源的文件，就绪后打印网址；SIGTERM 结束，打印答复情况。
            Writes docket.yaml, the answers and the files of the other feeds, prints its address once it is up. SIGTERM ends it; it then says how it answered.
            例 / Example: docket-vendor --seed 1 --days 14 --out /tmp/demo
            """
    )

    @Option(name: .long, help: "同一种子，同样字节与差错 / the same seed gives the same bytes and faults")
    var seed: UInt64 = 1

    @Option(name: .long, help: "天数 / days")
    var days = 14

    @Option(name: .long, help: "输出文件夹 / folder to write to")
    var out: String

    @Option(name: .customLong("config-directory"), help: "Config 文件夹；默认 ./Config / the Config folder")
    var configDirectory = "Config"

    @Option(name: .long, help: "规模,1为一个地级市 / scale; 1 is one prefecture")
    var scale = 1.0

    @Option(name: .long, help: "端口；默认任一空闲端口 / port; any free one by default")
    var port: UInt16 = 0

    @Flag(name: .customLong("well-behaved"), help: "不出差错 / answer every request well")
    var isWellBehaved = false

    func run() throws {
        let signals = Signals(SIGTERM, SIGINT)
        let simulation = try Simulation(seed: seed, days: days, scale: scale)
        let server = try VendorServer(
            Platform(simulation),
            isWellBehaved ? .none : .usual(seed: seed),
            port: port
        )
        _ = try simulation.write(to: out, as: .mixed, except: PlatformOffer.all)
        let settings = SimulationConfig(
            seed: seed,
            configDirectory: configDirectory,
            formats: .mixed,
            platform: server.address
        )
        _ = try settings.write(to: out)
        say(server.address)
        signals.wait()
        say(server.account)
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
