import Model

extension ColumnPlan {
    /// Reads a text as the field's type demands; `source` is what the source wrote.
    func read(
        _ text: Span<UInt8>,
        source: Span<UInt8>,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) {
        guard !text.isEmpty else { return }
        guard text.count <= RowMapper.longestValue else { throw tooLong(text.count) }
        switch reading {
        case .text: draft.putText(text, field)
        case .choice: try putChoice(text, into: &draft)
        case .instant(let time): draft.cells[field] = .integer(try time.instant(of: text).microseconds)
        case .date(let time): draft.cells[field] = .integer(Int64(try time.day(of: text).number))
        case .integer(let form):
            guard let number = form.integer(of: text), number >= 0 else { throw notANumber(text) }
            draft.cells[field] = .integer(number)
        case .flag:
            guard
                let flag = FlagWords.value(of: text) ?? HalfWidth.folded(text).flatMap({ FlagWords.value(of: $0.span) })
            else {
                throw CellFault(.choice, "既非是也非否 / neither yes nor no: \(CellFault.shown(text))")
            }
            draft.cells[field] = .integer(flag ? 1 : 0)
        case .alcohol(let alcohol): try putAlcohol(text, source: source, alcohol, into: &draft, on: day)
        case .organisation:
            let start = draft.bytes.count
            draft.put(Organisation.normalise(text, into: &draft.bytes), from: start, field)
        case .policeNumber:
            let start = draft.bytes.count
            draft.put(PoliceNumber.normalise(text, into: &draft.bytes), from: start, field)
        case .personID: draft.putPersonal(text, PersonID.self, field)
        case .personName: draft.putPersonal(text, PersonName.self, field)
        case .plate: draft.putPersonal(text, Plate.self, field)
        case .phone: draft.putPersonal(text, Phone.self, field)
        }
    }

    private func putChoice(_ text: Span<UInt8>, into draft: inout RecordDraft) throws(CellFault) {
        guard let word = choices.find(text) ?? HalfWidth.folded(text).flatMap({ choices.find($0.span) }) else {
            throw CellFault(
                .choice,
                "值不在列表中，请补充 values / not one of the known values, add it to `values`: \(CellFault.shown(text))"
            )
        }
        let value = choices.values[word]
        draft.putText(value.span, field)
    }

    private func putAlcohol(
        _ text: Span<UInt8>,
        source: Span<UInt8>,
        _ alcohol: AlcoholReading,
        into draft: inout RecordDraft,
        on day: Day?
    ) throws(CellFault) {
        switch alcohol.read(text, on: day) {
        case .notANumber: throw notANumber(text)
        case .outOfRange:
            throw CellFault(
                .alcoholRange,
                "酒精值超出量程或为负 / alcohol beyond the range of a tester, or negative: \(CellFault.shown(text))"
            )
        case .noUnit:
            throw CellFault(
                .number,
                "数值没有单位，单位从不猜测 / a number without its unit, which is never guessed: \(CellFault.shown(text))"
            )
        case .otherUnit:
            throw CellFault(
                .number,
                "单位不在法规表中，或与声明的不同 / a unit the law tables do not know, or not the declared one: \(CellFault.shown(text))"
            )
        case .value(let value, let bearsUnit):
            draft.cells[field] = .integer(value.hundredths)
            guard draft.alcoholRaw.isEmpty else { return }
            let start = draft.bytes.count
            draft.bytes.append(copying: source)
            if !bearsUnit { draft.bytes.append(contentsOf: alcohol.suffix) }
            draft.alcoholRaw = start..<draft.bytes.count
        }
    }

    private func notANumber(_ text: Span<UInt8>) -> CellFault {
        CellFault(
            .number,
            "不是数字，或为负，或逗号有歧义 / no number, a negative one, or one with an ambiguous comma: \(CellFault.shown(text))"
        )
    }

    private func tooLong(_ count: Int) -> CellFault {
        CellFault(
            .tooLong,
            "\(count) 字节，至多 \(RowMapper.longestValue) 字节；请核对列与引号 / \(count) bytes where at most \(RowMapper.longestValue) are taken; check the columns and quotes"
        )
    }
}
