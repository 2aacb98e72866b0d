/// A zone name that is none.
package struct ZoneError: Error, Equatable, Sendable, CustomStringConvertible {
    package let name: String

    package var description: String {
        "没有时区“\(name)”；请写 Asia/Shanghai、UTC、+08:00 或 IANA 名称 / no time zone '\(name)'; "
            + "write Asia/Shanghai, UTC, +08:00 or an IANA name"
    }
}
