/// The families of plates, by their form.
enum PlateForm: Equatable {
    /// Province, letter and five characters, the last of which may name a use, such as 学 or 港.
    case ordinary
    /// Eight characters: a letter of `A`–`K` without `I` and four digits after an alphanumeric, or five digits and the letter.
    case smallNewEnergy
    case largeNewEnergy
    /// `WJ`, province, four digits and one character.
    case armedPolice
    /// Six digits and 使.
    case embassy
    /// Province, `X`, four characters and 应急: fire and rescue.
    case rescue

    /// Where the serial part begins, in bytes, or nil where the text does not begin like a plate.
    static func serialStart(in text: Span<UInt8>) -> Int? {
        var index = 0
        guard text.count > 0 else { return nil }
        let first = Scalars.next(in: text, at: &index)
        if isProvince(first) {
            guard index < text.count, isLetter(text[index]) else { return nil }
            return index + 1
        }
        guard text.count > 2, text[0] == UInt8(ascii: "W"), text[1] == UInt8(ascii: "J") else { return nil }
        index = 2
        return isProvince(Scalars.next(in: text, at: &index)) ? index : nil
    }

    static func of(_ text: Span<UInt8>) -> PlateForm? {
        guard let start = serialStart(in: text) else { return isEmbassy(text) ? .embassy : nil }
        let serial = text.extracting(start...)
        let isArmedPolice = text[0] == UInt8(ascii: "W")
        if isArmedPolice { return isArmedPoliceSerial(serial) ? .armedPolice : nil }
        switch serial.count {
        case 5: return leading(serial) == 5 ? .ordinary : nil
        case 6: return newEnergy(serial)
        case 7: return leading(serial) == 4 && isUse(in: serial) ? .ordinary : nil
        // Four characters and the six bytes of 应急.
        case 10: return isRescue(text, serial) ? .rescue : nil
        default: return nil
        }
    }

    private static func newEnergy(_ serial: Span<UInt8>) -> PlateForm? {
        guard leading(serial) == 6 else { return nil }
        if isPowerLetter(serial[0]), Cleaning.isDigits(serial.extracting(2...)) { return .smallNewEnergy }
        let isLarge = isPowerLetter(serial[5]) && Cleaning.isDigits(serial.extracting(..<5))
        return isLarge ? .largeNewEnergy : nil
    }

    private static func isArmedPoliceSerial(_ serial: Span<UInt8>) -> Bool {
        guard serial.count == 5, Cleaning.isDigits(serial.extracting(..<4)) else { return false }
        switch serial[4] {
        case 0x30...0x39: return true
        case UInt8(ascii: "X"), UInt8(ascii: "B"), UInt8(ascii: "T"), UInt8(ascii: "S"): return true
        case UInt8(ascii: "H"), UInt8(ascii: "J"), UInt8(ascii: "D"): return true
        default: return false
        }
    }

    private static func isEmbassy(_ text: Span<UInt8>) -> Bool {
        guard text.count == 9, Cleaning.isDigits(text.extracting(..<6)) else { return false }
        var index = 6
        return Scalars.next(in: text, at: &index) == Character("使").scalar
    }

    private static func isRescue(_ text: Span<UInt8>, _ serial: Span<UInt8>) -> Bool {
        guard leading(serial) == 4, text[3] == UInt8(ascii: "X") else { return false }
        var index = 4
        let first = Scalars.next(in: serial, at: &index)
        guard index < serial.count else { return false }
        let second = Scalars.next(in: serial, at: &index)
        return first == Character("应").scalar && second == Character("急").scalar
    }

    /// How many letters (but I and O) and digits the serial part begins with.
    private static func leading(_ serial: Span<UInt8>) -> Int {
        var count = 0
        while count < serial.count, isLetter(serial[count]) || Digits.value(serial[count]) != nil {
            guard serial[count] != UInt8(ascii: "I"), serial[count] != UInt8(ascii: "O") else { break }
            count += 1
        }
        return count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// A, B, C, D, E for pure electric, F, G, H, J, K for other new energy.
    private static func isPowerLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "K")).contains(byte) && byte != UInt8(ascii: "I")
    }

    private static func isUse(in serial: Span<UInt8>) -> Bool {
        var index = 4
        return uses.contains(Scalars.next(in: serial, at: &index))
    }

    private static func isProvince(_ scalar: UInt32) -> Bool { scalar > 0x80 && provinces.contains(scalar) }

    private static let provinces = Set("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新".unicodeScalars.map(\.value))
    private static let uses = Set("挂学警港澳使领".unicodeScalars.map(\.value))
}

extension Character {
    /// The first scalar of the character; the characters above have no other.
    fileprivate var scalar: UInt32 { unicodeScalars.first?.value ?? 0 }
}
