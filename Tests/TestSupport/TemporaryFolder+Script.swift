import Foundation

extension TemporaryFolder {
    /// Writes a program of one line of shell.
    ///
    /// - Parameters:
    ///   - line: what it does.
    ///   - name: of its file.
    /// - Returns: its path.
    /// - Throws: why it cannot be written.
    package func script(_ line: String, to name: String) throws -> String {
        try write("#!/bin/sh\n\(line)\n", to: name)
        let file = path + "/" + name
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return file
    }
}
