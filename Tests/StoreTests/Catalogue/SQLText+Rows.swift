extension SQLText {
    /// Whether the program goes through all rows the statement returns, of which there may be several.
    ///
    /// A fragment that becomes part of a longer statement is not judged by itself.
    var readsManyRows: Bool {
        guard text.contains(/^\s*(SELECT|WITH)\b/.ignoresCase()) else { return false }
        if before.contains(/\b(let|var|return) [a-z]+( =|:)?[^\n]*$|\{\s*$|\bin\s*$/) { return false }
        if before.contains(/stream\(\s*$/) { return true }
        let next = after.firstMatch(of: /\.(single|first|map|forEach)\b|\n    }/)
        return next.map { [".map", ".forEach"].contains($0.0) } ?? false
    }
}
