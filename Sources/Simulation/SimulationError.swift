/// Why a simulation could not be written.
package enum SimulationError: Error, Equatable, CustomStringConvertible {
    case days(Int)
    case scale(Double)
    case full(squadron: Int)
    /// The staging contradicts itself: a fault of this program, never of its input.
    case inconsistent(String)
    case write(path: String, cause: String)
    /// The settings of a feed of the example prefecture cannot be read.
    case noExample(path: String, cause: String)
    /// They lack a line that begins so.
    case example(feed: String, line: String)
    /// An export cannot be packed.
    case pack(file: String, cause: String)

    package var description: String {
        switch self {
        case .days(let days):
            "天数 \(days) 超出范围,请取 8 至 366 / \(days) days cannot be simulated: choose 8 to 366"
        case .scale(let scale):
            "规模 \(scale) 超出范围,请取 0.001 至 4 / scale \(scale) cannot be simulated: choose 0.001 to 4"
        case .full(let squadron):
            "第 \(squadron) 中队班次已满,请增加天数 / squadron \(squadron) has no free slot left: simulate more days"
        case .inconsistent(let what): "simulation contradicts itself: \(what); report the seed"
        case .write(let path, let cause):
            "无法写入 \(path):\(cause),请检查目录权限和空间 / cannot write \(path): \(cause); check permissions and space"
        case .noExample(let path, let cause):
            "无法读取 \(path):\(cause),请核对 --config-directory / cannot read \(path): \(cause); check --config-directory"
        case .example(let feed, let line):
            "examples/prefecture/feeds/\(feed).yaml 没有以 \(line)开头的行,请恢复原文件 / has no line that begins with \(line); restore the file"
        case .pack(let file, let cause):
            "\(file): 无法打包(\(cause)),请检查内存 / cannot be packed (\(cause)); check the memory"
        }
    }
}
