import FoundationEssentials
import Glibc

extension Error {
    /// The system's own word for what happened, without the paths and wrappings Foundation puts around it.
    var brief: String {
        guard let cocoa = self as? CocoaError else { return "\(self)" }
        guard let cause = cocoa.underlying as? POSIXError else { return "\(cocoa.code.rawValue)" }
        return String(cString: strerror(cause.code.rawValue))
    }
}
