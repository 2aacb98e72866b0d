/// 姓名, shown as 张*.
package enum PersonName: PersonalIdentifier {
    /// Trims, drops the spaces that only spread Chinese names (张 三), leaves one where several part other names, and
    /// writes every middle dot as `·`. Digits, bytes that are no text and names beyond 50 characters are kept with the defect
    /// `form`.
    package static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome {
        let start = bytes.count
        var characters = 0
        var isDoubtful = false
        var isMasked = false
        var previous: UInt32 = 0
        var isAfterSpace = false
        var index = 0
        while index < source.count {
            let scalar = dotted(Scalars.next(in: source, at: &index))
            if Scalars.isInvisible(scalar) { continue }
            guard !Scalars.isBlank(scalar) else {
                isAfterSpace = true
                continue
            }
            if isAfterSpace, characters > 0, !(Scalars.isHan(previous) && Scalars.isHan(scalar)) {
                bytes.append(UInt8(ascii: " "))
            }
            isAfterSpace = false
            isMasked = isMasked || scalar == Scalars.asterisk
            isDoubtful = isDoubtful || (0x30...0x39).contains(scalar) || scalar == Scalars.replacement
            characters += 1
            previous = scalar
            Scalars.append(scalar, to: &bytes)
        }
        if isMasked { return maskAgain(from: start, in: &bytes) }
        if Cleaning.isAbsent(bytes, from: start) {
            bytes.removeSubrange(start...)
            return .absent
        }
        return .value(defect: isDoubtful || characters > 50 ? .form : nil)
    }

    /// The first, unless there is no other.
    package static func shown(of count: Int) -> (first: Int, last: Int) { (count > 1 ? 1 : 0, 0) }

    private static func dotted(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xB7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65, 0x2E31: 0xB7
        default: scalar
        }
    }
}
