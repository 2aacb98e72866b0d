import Glibc

/// libarchive hands names on in the character set of the thread's locale, and loses what that does not have. A program
/// starts in the locale "C", which has ASCII only.
final class NameLocale {
    private let utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

    deinit { if let utf8 { freelocale(utf8) } }

    /// Does something on this thread with names in UTF-8.
    func within<Result>(_ body: () -> Result) -> Result {
        guard let utf8 else { return body() }
        let before = uselocale(utf8)
        defer { uselocale(before) }
        return body()
    }
}
