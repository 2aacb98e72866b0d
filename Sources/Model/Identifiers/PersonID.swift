/// 身份证件号码: the citizen number of GB 11643, the permits built like it, and passports.
package enum PersonID: PersonalIdentifier {
    /// Eighteen characters with a check digit are citizens, residence permits of 港澳台 (81, 82, 83) and foreign permanent
    /// residents (9); fifteen digits are the form before 1999. Other letters and digits are taken as a passport.
    package static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome {
        let start = bytes.count
        // Spreadsheets put an apostrophe before digits they must not take for a number.
        let isMasked = Cleaning.append(source, to: &bytes) { $0 == UInt32(UInt8(ascii: "'")) || $0 == 0x2019 }
        if isMasked { return maskAgain(from: start, in: &bytes) }
        if Cleaning.isAbsent(bytes, from: start) {
            bytes.removeSubrange(start...)
            return .absent
        }
        return .value(defect: defect(of: bytes.span.extracting(start...)))
    }

    /// First six and last four of a citizen number; of shorter documents two and two.
    package static func shown(of count: Int) -> (first: Int, last: Int) {
        switch count {
        case 15...: (6, 4)
        case 7...14: (2, 2)
        default: (min(count, 1), 0)
        }
    }

    /// Weights of GB 11643 for the first seventeen digits, and the check characters by the remainder of the sum.
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks: [UInt8] = Array("10X98765432".utf8)

    private static func defect(of text: Span<UInt8>) -> DefectReason? {
        switch text.count {
        case 18: return defectOfEighteen(text)
        case 15 where Cleaning.isDigits(text):
            return isDate(text, year: 6..<8, century: 1900) ? nil : .impossibleDate
        case 5...20:
            return isDocument(text) ? nil : .form
        default: return .form
        }
    }

    /// Letters and digits, at least one of them a digit, as passports have: a word such as `FALSE` is none. Sixteen or more
    /// digits, the last of which may be an X, are a citizen number that lost or gained some.
    private static func isDocument(_ text: Span<UInt8>) -> Bool {
        guard Cleaning.isAlphanumeric(text) else { return false }
        let body = text.extracting(first: text.count - (text[text.count - 1] == UInt8(ascii: "X") ? 1 : 0))
        guard !Cleaning.isDigits(body) else { return text.count < 16 }
        for index in text.indices where Digits.value(text[index]) != nil { return true }
        return false
    }

    private static func defectOfEighteen(_ text: Span<UInt8>) -> DefectReason? {
        var sum = 0
        for position in weights.indices {
            guard let digit = Digits.value(text[position]) else { return .form }
            sum += digit * weights[position]
        }
        let check = text[17]
        guard Digits.value(check) != nil || check == UInt8(ascii: "X") else { return .form }
        guard check == checks[sum % 11] else { return .checkDigit }
        guard text[0] != UInt8(ascii: "0") else { return .form }
        return isDate(text, year: 6..<10, century: 0) ? nil : .impossibleDate
    }

    /// Whether the digits at `year` and the four after them are a date of birth someone alive can have.
    private static func isDate(_ text: Span<UInt8>, year: Range<Int>, century: Int) -> Bool {
        var index = year.lowerBound
        let width = year.count
        guard let year = Digits.read(width, width, in: text, at: &index, until: text.count) else { return false }
        guard let month = Digits.read(2, 2, in: text, at: &index, until: text.count) else { return false }
        guard let day = Digits.read(2, 2, in: text, at: &index, until: text.count) else { return false }
        return (1850...2200).contains(century + year) && Day(year: century + year, month: month, day: day) != nil
    }
}
