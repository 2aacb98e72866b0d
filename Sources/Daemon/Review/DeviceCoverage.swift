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
            missing += Self.difference(merged, known).map { .init(device: device, from: $0.from, to: $0.to) }
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

    /// What of the stretches lies in none of those known; each known one lies within one stretch, and both are in order.
    private static func difference(_ stretches: [Stretch], _ known: [Stretch]) -> [Stretch] {
        var rest = known[...]
        return stretches.flatMap { stretch -> [Stretch] in
            var parts: [Stretch] = []
            var from = stretch.from
            while let next = rest.first, next.from <= stretch.to {
                rest.removeFirst()
                if next.from > from { parts.append(Stretch(from: from, to: next.from)) }
                from = next.to
            }
            if from < stretch.to || from == stretch.from { parts.append(Stretch(from: from, to: stretch.to)) }
            return parts
        }
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
