import Model
import Store

/// Which stretches of each device's history have been fetched whole.
struct DeviceCoverage {
    private var stretches: [String: [Stretch]] = [:]

    /// A closed stretch of time.
    struct Stretch: Equatable {
        var from: Instant
        var to: Instant
    }

    /// The parts of the windows that were not fetched yet, noted as fetched from now on.
    mutating func add(_ windows: [TestQuery.DeviceWindow]) -> [TestQuery.DeviceWindow] {
        var missing: [TestQuery.DeviceWindow] = []
        for (device, wanted) in Dictionary(grouping: windows, by: \.device).sorted(by: { $0.key < $1.key }) {
            let known = stretches[device] ?? []
            let merged = Self.merge(known + wanted.map { Stretch(from: $0.from, to: $0.to) })
            stretches[device] = merged
            for stretch in merged where !known.contains(stretch) {
                missing.append(.init(device: device, from: stretch.from, to: stretch.to))
            }
        }
        return missing
    }

    /// The fetched stretch an instant of a device lies in.
    func stretch(of device: String, at instant: Instant) -> Stretch? {
        guard let known = stretches[device] else { return nil }
        var (low, high) = (0, known.count)
        while low < high {
            let middle = (low + high) / 2
            if known[middle].to < instant { low = middle + 1 } else { high = middle }
        }
        guard low < known.count, known[low].from <= instant else { return nil }
        return known[low]
    }

    private static func merge(_ stretches: [Stretch]) -> [Stretch] {
        var merged: [Stretch] = []
        for stretch in stretches.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = merged.last, stretch.from <= last.to {
                merged[merged.count - 1].to = max(last.to, stretch.to)
            } else {
                merged.append(stretch)
            }
        }
        return merged
    }
}
