import Glibc

/// The name of an element or attribute as it is written, lent for the moment it is told.
struct XMLName {
    /// With its prefix.
    let whole: UnsafeRawBufferPointer
    /// Without it.
    let local: UnsafeRawBufferPointer

    init(_ name: UnsafePointer<CChar>) {
        let length = strlen(name)
        whole = UnsafeRawBufferPointer(start: name, count: length)
        guard let colon = memchr(name, CInt(UInt8(ascii: ":")), length) else {
            local = whole
            return
        }
        let prefix = UnsafeRawPointer(colon) - UnsafeRawPointer(name) + 1
        local = UnsafeRawBufferPointer(rebasing: whole.dropFirst(prefix))
    }

    /// Whether this is the name, whatever its prefix.
    @inline(__always)
    func `is`(_ name: StaticString) -> Bool {
        guard let base = local.baseAddress, local.count == name.utf8CodeUnitCount else { return false }
        return memcmp(base, name.utf8Start, local.count) == 0
    }

    /// Whether the name bears this prefix, or is it.
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard let base = whole.baseAddress, whole.count >= count, memcmp(base, prefix.utf8Start, count) == 0 else {
            return false
        }
        return whole.count == count || whole[count] == UInt8(ascii: ":")
    }

    func `is`(_ name: [UInt8]) -> Bool {
        local.count == name.count && local.elementsEqual(name)
    }

    var text: String { String(decoding: local, as: UTF8.self) }
}
