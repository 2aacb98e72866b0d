import Model

extension RecordDraft {
    @inline(__always)
    mutating func putText(_ text: Span<UInt8>, _ field: Int) {
        let start = bytes.count
        bytes.append(copying: text)
        cells[field] = .text(start..<bytes.count)
    }

    /// What a normaliser appended at `start` is the field's text, unless it found none.
    mutating func put(_ outcome: IdentifierOutcome, from start: Int, _ field: Int) {
        switch outcome {
        case .absent: break
        case .value(let reason):
            cells[field] = .text(start..<bytes.count)
            if let reason { defects.append(Defect(field: field, reason: reason)) }
        case .masked:
            cells[field] = .text(start..<bytes.count)
            defects.append(Defect(field: field, reason: .masked))
        }
    }

    mutating func putPersonal<Form: PersonalIdentifier>(_ text: Span<UInt8>, _ form: Form.Type, _ field: Int) {
        let start = bytes.count
        switch Form.normalise(text, into: &bytes) {
        case .absent: break
        case .value(let reason):
            let clear = start..<bytes.count
            cells[field] = .personal(clear: clear, masked: Form.mask(clear, in: &bytes))
            if let reason { defects.append(Defect(field: field, reason: reason)) }
        case .masked:
            cells[field] = .personal(clear: start..<start, masked: start..<bytes.count)
            defects.append(Defect(field: field, reason: .masked))
        }
    }
}
