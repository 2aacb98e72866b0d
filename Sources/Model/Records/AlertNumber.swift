/// The number by which people speak of an alert, such as `430800-2026-00012`: region, year and serial number.
package struct AlertNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// GB/T 2260 code of the region, six digits.
    package let region: Int32
    package let year: Int
    /// Counted from 1 in each region and year; five digits or as many as it takes.
    package let serial: Int64

    /// Nil where a part is out of range.
    package init?(region: Int32, year: Int, serial: Int64) {
        guard (100_000...999_999).contains(region), (1000...9999).contains(year), serial > 0 else { return nil }
        self.region = region
        self.year = year
        self.serial = serial
    }

    /// Reads what `description` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { Digits.value($0) != nil } }) else { return nil }
        guard let region = Int32(parts[0]), let year = Int(parts[1]), let serial = Int64(parts[2]) else { return nil }
        self.init(region: region, year: year, serial: serial)
        // One alert has one name: no missing or needless zeros.
        guard description == text else { return nil }
    }

    package var description: String {
        var bytes: [UInt8] = []
        Digits.append(UInt64(region.magnitude), width: 6, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Digits.append(UInt64(year.magnitude), width: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Digits.append(serial.magnitude, width: 5, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func < (left: AlertNumber, right: AlertNumber) -> Bool {
        (left.region, left.year, left.serial) < (right.region, right.year, right.serial)
    }
}
