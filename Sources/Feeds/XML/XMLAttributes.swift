import Glibc

/// The attributes of an element, lent for the moment it is told.
struct XMLAttributes {
    /// Names and values by turns, a null pointer at the end.
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

    @inline(__always)
    func forEach(_ body: (XMLName, UnsafeRawBufferPointer) -> Void) {
        var index = 0
        while let name = pairs[index], let value = pairs[index + 1] {
            body(XMLName(name), UnsafeRawBufferPointer(start: value, count: strlen(value)))
            index += 2
        }
    }

    /// The value of the attribute, whatever its prefix; nil where there is none.
    func value(_ name: StaticString) -> UnsafeRawBufferPointer? {
        var index = 0
        while let found = pairs[index], let value = pairs[index + 1] {
            if XMLName(found).is(name) { return UnsafeRawBufferPointer(start: value, count: strlen(value)) }
            index += 2
        }
        return nil
    }

    func text(_ name: StaticString) -> String? {
        value(name).map { String(decoding: $0, as: UTF8.self) }
    }
}
