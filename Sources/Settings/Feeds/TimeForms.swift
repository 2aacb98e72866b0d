import Model

/// Time patterns and zones as configuration writes them, complained of where they are none.
enum TimeForms {
    static func format(_ text: String, _ value: Value) -> TimeFormat? {
        do {
            return try TimeFormat(text)
        } catch {
            value.refuse(
                "时间格式第\(error.position)个字符：\(error.chinese) / time pattern, character \(error.position): \(error.english)",
                "写成如 yyyy-MM-dd HH:mm:ss / write it like yyyy-MM-dd HH:mm:ss"
            )
            return nil
        }
    }

    static func isZone(_ text: String, _ value: Value) -> Bool {
        if (try? Zone(text)) != nil { return true }
        value.refuse(
            "没有时区 \(text) / no time zone \(text)",
            "写 Asia/Shanghai、UTC、+08:00 或IANA名称 / write Asia/Shanghai, UTC, +08:00 or an IANA name"
        )
        return false
    }
}
