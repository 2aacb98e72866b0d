import Model
import Postgres

/// Stops and their tests as rows of a COPY, in the order of their tables' columns.
extension StopStore {
    static func write(_ stop: StopRow, region: Int32, to writer: inout CopyWriter) throws {
        try writer.startRow(columns: 16)
        try writer.integer32(region)
        try writer.text(stop.key)
        try writer.text(stop.device)
        try writer.text(stop.unit)
        try writer.text(stop.officer)
        try writer.instant(stop.firstAt.microseconds)
        try writer.instant(stop.lastAt.microseconds)
        try writer.instant(stop.positiveAt.microseconds)
        if let alcohol = stop.alcohol {
            try writer.integer32(Int32(clamping: alcohol.hundredths))
        } else {
            try writer.null()
        }
        try writer.text(stop.bracket)
        try writer.text(stop.dutyTest)
        try writer.instant(stop.dutyAt.microseconds)
        try writer.flag(stop.isRefused)
        try writer.flag(stop.isMotor)
        try writer.optionalText(stop.exempt)
        try writer.flag(stop.isCovered)
    }

    static func write(
        _ member: StopRow.Member,
        of stop: String,
        region: Int32,
        to writer: inout CopyWriter
    ) throws {
        let test = member.test
        try writer.startRow(columns: 12)
        try writer.integer32(region)
        try writer.text(test.key)
        try writer.text(stop)
        try writer.text(test.device)
        if let number = test.recordNo { try writer.integer(number) } else { try writer.null() }
        try writer.instant(test.testedAt.microseconds)
        try writer.text(test.unit)
        try writer.optionalToken(test.person)
        try writer.optionalToken(test.plate)
        try writer.optionalToken(test.name)
        try writer.optionalText(member.excluded)
        try writer.flag(test.isPersonDoubtful)
    }
}

extension CopyWriter {
    mutating func optionalText(_ value: String?) throws {
        if let value { try text(value) } else { try null() }
    }

    mutating func optionalToken(_ value: Token?) throws {
        if let value { try token(high: value.high, low: value.low) } else { try null() }
    }
}
