import Model

/// Finds the stops a case may be related to without trying all of them.
struct StopIndex {
    private let stops: [Stop]
    private var byRecord: [Citation: [Int]] = [:]
    private var byToken: [TokenKind: [Token: [Int]]] = [:]

    init(_ stops: [Stop]) {
        self.stops = stops
        for (index, stop) in stops.enumerated() {
            for test in stop.tests {
                guard let recordNo = test.recordNo else { continue }
                byRecord[Citation(device: test.device, recordNo: recordNo), default: []].append(index)
            }
            for (kind, tokens) in [(TokenKind.person, stop.persons), (.plate, stop.plates), (.name, stop.names)] {
                for token in tokens { byToken[kind, default: [:]][token, default: []].append(index) }
            }
        }
    }

    /// Every stop that shares a record, a person, a plate or a name with the case.
    func related(to record: CaseRecord) -> [Stop] {
        var found: Set<Int> = []
        if let device = record.device, let recordNo = record.recordNo {
            found.formUnion(byRecord[Citation(device: device, recordNo: recordNo)] ?? [])
        }
        for (kind, token) in [(TokenKind.person, record.person), (.plate, record.plate), (.name, record.name)] {
            if let token { found.formUnion(byToken[kind]?[token] ?? []) }
        }
        return found.sorted().map { stops[$0] }
    }

    private struct Citation: Hashable {
        let device: String
        let recordNo: Int64
    }

    private enum TokenKind: Hashable { case person, plate, name }
}
