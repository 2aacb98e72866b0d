import Model

/// What the type of a field demands of its mapping.
struct FieldRule {
    let field: Field
    let law: Law?

    /// The mapping, or nil with a complaint; `value` is all of it as its file has it, `section` its keys, if any.
    func check(_ mapping: ColumnMapping, at value: Value, _ section: Section?) -> ColumnMapping? {
        let isTime = field.type == .instant || field.type == .date
        let isNumber = field.type == .integer || field.type == .alcohol
        let settings: [(key: String, isSet: Bool, fits: Bool)] = [
            ("format", !mapping.formats.isEmpty, isTime),
            ("zone", mapping.zone != nil, field.type == .instant || countsSeconds(mapping)),
            ("unit", mapping.unit != nil, field.type == .alcohol),
            ("scale", mapping.scale != nil, field.type == .integer),
            ("decimal", section?.has("decimal") == true, isNumber),
            ("grouping", section?.has("grouping") == true, isNumber),
            ("suffix", !mapping.suffixes.isEmpty, isNumber),
        ]
        for (key, isSet, fits) in settings where isSet && !fits {
            section?.problem(key, "对 \(field.name) 无意义 / means nothing for \(field.name)", "删除它 / remove it")
        }
        let isSound: Bool
        switch field.type {
        case .instant, .date: isSound = hasTimeForm(mapping, at: value, section)
        case .alcohol: isSound = hasUnit(mapping, at: value, section)
        default: isSound = true
        }
        return isSound && targetsFit(mapping, section) ? mapping : nil
    }

    private func hasTimeForm(_ mapping: ColumnMapping, at value: Value, _ section: Section?) -> Bool {
        guard !mapping.formats.isEmpty else {
            value.refuse(
                "时间没有写明格式 / a time without its format",
                "加上 format，如 yyyy-MM-dd HH:mm:ss / add a format such as yyyy-MM-dd HH:mm:ss"
            )
            return false
        }
        let place = section?.optional("format") ?? value
        let forms = mapping.formats.compactMap { TimeForms.format($0, place) }
        guard forms.count == mapping.formats.count else { return false }
        if let zone = mapping.zone { return TimeForms.isZone(zone, section?.optional("zone") ?? value) }
        if forms.allSatisfy({ field.type == .instant ? $0.bearsOffset : !$0.needsZoneForDay }) { return true }
        value.refuse(
            "时间没有写明时区 / a time without its zone",
            "加上 zone，如 Asia/Shanghai / add a zone such as Asia/Shanghai"
        )
        return false
    }

    /// Whether a day is told by a number of seconds, which falls on different days in different zones.
    private func countsSeconds(_ mapping: ColumnMapping) -> Bool {
        field.type == .date && mapping.formats.contains { (try? TimeFormat($0))?.needsZoneForDay == true }
    }

    private func hasUnit(_ mapping: ColumnMapping, at value: Value, _ section: Section?) -> Bool {
        guard let unit = mapping.unit else {
            value.refuse(
                "没有写明单位，单位从不猜测 / no unit, and a unit is never guessed",
                "加上 unit，如 mg/100mL / add a unit such as mg/100mL"
            )
            return false
        }
        guard let law else { return true }
        if unit == ColumnMapping.unitInText { return true }
        let known = law.units.map(\.code)
        return (section?.optional("unit") ?? value).word(among: known) == unit
    }

    /// Whether everything the mapping itself says is a value of the field.
    private func targetsFit(_ mapping: ColumnMapping, _ section: Section?) -> Bool {
        let values = mapping.values.values.sorted().map { ("values", $0) }
        let others = [("otherwise", mapping.otherwise), ("constant", mapping.constant)]
            .compactMap { key, text in text.map { (key, $0) } }
        var isSound = true
        for (key, text) in values + others where !text.isEmpty {
            guard let fault = FieldText(field.type, mapping).fault(of: text) else { continue }
            section?.problem(key, "\(text): \(fault.cause)", fault.remedy)
            isSound = false
        }
        return isSound
    }
}
