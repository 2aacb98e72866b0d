/// 号牌号码 in the form it is matched by: `湘G12345`, without blanks, dots and hyphens.
package enum Plate: PersonalIdentifier {
    /// The families are told apart in `PlateForm`; anything else is kept with the defect `form`, for trams, farm vehicles
    /// and electric bicycles have plates of their own.
    package static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome {
        let start = bytes.count
        let isMasked = Cleaning.append(source, to: &bytes, dropping: isSeparator)
        if isMasked { return maskAgain(from: start, in: &bytes) }
        mendSerial(in: &bytes, from: start)
        // Plates come first, because they are the most and no word is one.
        if PlateForm.of(bytes.span.extracting(start...)) != nil { return .value(defect: nil) }
        if Cleaning.isAbsent(bytes, from: start, alsoKnownAs: absentWords) {
            bytes.removeSubrange(start...)
            return .absent
        }
        return .value(defect: .form)
    }

    /// First and last two; of what is too short to be a plate only the first.
    package static func shown(of count: Int) -> (first: Int, last: Int) {
        count >= 7 ? (2, 2) : (min(count, 1), 0)
    }

    private static let absentWords = [
        "无牌", "无号", "无号牌", "无车牌", "无牌照", "未悬挂", "未悬挂号牌", "未上牌", "新车", "新车未上牌",
    ].map { Array($0.utf8) }

    /// Hyphens, dashes and the many dots that are typed for the one on a plate.
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2E, 0xB7, 0x2010...0x2015, 0x2022, 0x2027, 0x2212, 0x22C5, 0x30FB, 0xFF65, 0x2E31: true
        default: false
        }
    }

    /// O and I are on no serial part: they are misread 0 and 1. Only plates that begin like one are touched.
    private static func mendSerial(in bytes: inout [UInt8], from start: Int) {
        guard let serial = PlateForm.serialStart(in: bytes.span.extracting(start...)) else { return }
        for index in (start + serial)..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "O"): bytes[index] = UInt8(ascii: "0")
            case UInt8(ascii: "I"): bytes[index] = UInt8(ascii: "1")
            default: break
            }
        }
    }
}
