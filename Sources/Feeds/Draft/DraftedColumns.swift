import Model
import Settings

/// The lines under `columns`, and what they leave open.
struct DraftedColumns {
    private let proposal: KindProposal
    private let law: Law
    private let unit: String?
    private let wording: Remark.Wording
    private(set) var lines: [String] = []
    private(set) var open: [Remark] = []
    /// Columns that were recognised and could not be used yet.
    private(set) var held: [ColumnEvidence] = []

    init(_ proposal: KindProposal, law: Law, unit: String?, wording: Remark.Wording) {
        (self.proposal, self.law, self.unit, self.wording) = (proposal, law, unit, wording)
        for field in proposal.kind.schema.fields {
            if let match = proposal.matches.first(where: { $0.field == field }) {
                add(match)
            } else if let constant = proposal.constants.first(where: { $0.field == field }) {
                line("\(field.name): { constant: \(YAMLText.scalar(constant.value)) }", Self.marks(field))
            } else if field.isRequired {
                leave(
                    Remark(
                        "必需字段 \(field.name) 没有找到对应的列，请指明列名或恒定值",
                        "no column was found for the required field \(field.name): name one, or a constant"
                    ),
                    ["\(field.name): "]
                )
            }
        }
    }

    private static func marks(_ field: Field) -> Remark? {
        field.isRequired ? Remark("必需", "required") : nil
    }

    private mutating func add(_ match: FieldMatch) {
        let (field, evidence) = (match.field, match.evidence)
        let column = YAMLText.scalar(evidence.column.name)
        var remark = Self.marks(field)
        if match.isByContent { remark = Remark("按内容认出，请核对", "known by its values: check it") }
        if evidence.isEmpty { remark = Remark("此文件中该列为空", "empty in this file") }
        switch field.type {
        case .instant, .date: addTime(match, remark)
        case .alcohol: addAlcohol(match, column, remark)
        case .choice, .flag: addWords(match, column, remark)
        case .integer:
            let scale = evidence.column.fractions > 0 ? match.words.scale : nil
            line(field.name, column, scale.map { ["scale: \($0)"] } ?? [], remark)
        default:
            let absent = match.words.absent
            line(field.name, column, absent.isEmpty ? [] : ["absent: \(YAMLText.list(absent))"], remark)
        }
    }

    private mutating func addTime(_ match: FieldMatch, _ remark: Remark?) {
        guard let time = match.time else { return }
        if let column = time.columns.first(where: { !$0.ambiguity.isEmpty }) { return leaveOrder(match, time, column) }
        guard time.rivalClocks.isEmpty || !match.field.isRequired else { return leaveClock(match, time) }
        var remark = remark
        if time.isClockGuessed {
            remark = Remark("时刻列按值认出，请核对", "the time of day is known by its values: check it")
        } else if time.isDayAlone, match.field.type == .instant {
            remark = Remark("只有日期，没有时刻，请核对", "the day alone, without a time of day: check it")
        }
        let form = Self.form(time.format ?? "yyyy-MM-dd HH:mm:ss", match.field)
        line("\(match.field.name): { \(Self.source(time.columns)), \(form) }", remark)
    }

    private static func source(_ columns: [ColumnEvidence]) -> String {
        let names = columns.map { YAMLText.scalar($0.column.name) }.joined(separator: ", ")
        return columns.count == 1 ? "column: \(names)" : "columns: [\(names)]"
    }

    private static func form(_ format: String, _ field: Field) -> String {
        let bearsOffset = (try? TimeFormat(format))?.bearsOffset == true
        let zone = field.type == .instant && !bearsOffset ? ", zone: Asia/Shanghai" : ""
        return "format: \(YAMLText.quoted(format))\(zone)"
    }

    private mutating func leaveOrder(_ match: FieldMatch, _ time: TimeColumns, _ column: ColumnEvidence) {
        let (name, day) = (match.field.name, column.column.name)
        held += time.columns
        let clock = time.columns.dropFirst().map { " " + $0.clockFormat }.joined()
        leave(
            Remark(
                "\(name)：\(day) 的日、月次序无法由数值确定，请选定一种写法",
                "\(name): no value of \(day) tells day from month; choose one form"
            ),
            column.ambiguity.map { form in
                "\(name): { \(Self.source(time.columns)), \(Self.form(form + clock, match.field)) }"
            }
        )
    }

    private mutating func leaveClock(_ match: FieldMatch, _ time: TimeColumns) {
        let (name, day) = (match.field.name, match.evidence.column.name)
        held.append(match.evidence)
        let clocks = time.rivalClocks.map(\.column.name).joined(separator: "、")
        leave(
            Remark(
                "\(name)：\(day) 只有日期，时刻是哪一列（\(clocks)）无法断定，请选定",
                "\(name): \(day) holds days alone, and which column has their time of day (\(clocks)) is not known; choose one"
            ),
            time.rivalClocks.map { clock in
                let joined = TimeColumns(match.evidence, clock)
                return "\(name): { \(Self.source(joined.columns)), \(Self.form(joined.format ?? "", match.field)) }"
            }
        )
    }

    private mutating func addAlcohol(_ match: FieldMatch, _ column: String, _ remark: Remark?) {
        let found = AlcoholUnitSearch(law: law).unit(of: match.evidence.column)
        guard let unit = found ?? unit else {
            held.append(match.evidence)
            return leave(
                Remark(
                    "\(match.field.name)：\(match.evidence.column.name) 没有写明单位，单位从不猜测；向厂家问清，或用 --unit 指明",
                    "\(match.field.name): \(match.evidence.column.name) names no unit, and a unit is never guessed; ask the vendor, or give --unit"
                ),
                ["\(match.field.name): { column: \(column), unit: mg/100mL }"]
            )
        }
        line(match.field.name, column, ["unit: \(YAMLText.scalar(unit))"], remark)
    }

    private mutating func addWords(_ match: FieldMatch, _ column: String, _ remark: Remark?) {
        let words = DraftedWords(match)
        let pairs = words.known.map { "\(YAMLText.quoted($0.key)): \(YAMLText.quoted($0.value))" }
        line(match.field.name, column, pairs.isEmpty ? [] : ["values: { \(pairs.joined(separator: ", ")) }"], remark)
        guard !words.unknown.isEmpty else { return }
        let shown = words.unknown.joined(separator: "、")
        leave(
            Remark(
                "\(match.field.name)：\(match.evidence.column.name) 中的这些文字含义不明，请补入 values：\(shown)",
                "\(match.field.name): what these texts of \(match.evidence.column.name) mean is not known; add them to values: \(shown)"
            ),
            []
        )
    }

    private mutating func line(_ name: String, _ column: String, _ settings: [String], _ remark: Remark?) {
        let value = settings.isEmpty ? column : "{ column: \(column), \(settings.joined(separator: ", ")) }"
        line("\(name): \(value)", remark)
    }

    private mutating func line(_ text: String, _ remark: Remark?) {
        lines += DraftedLine.setting(text, indent: 2, remark: remark?.text(wording))
    }

    private mutating func leave(_ remark: Remark, _ examples: [String]) {
        open.append(remark)
        lines += DraftedLine.comment("TODO " + remark.text(wording), indent: 2)
        lines += examples.flatMap { DraftedLine.example($0, indent: 2) }
    }
}
