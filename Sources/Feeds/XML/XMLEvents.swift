import CExpat

/// What a document is made of, told piece by piece while it is read. A reader of some shape of document overrides this.
class XMLEvents {
    /// The parser that is at work; set by the stream.
    fileprivate(set) var parser: OpaquePointer?
    /// Elements that are open.
    fileprivate(set) var depth = 0
    /// Why the document is no good, where a reader found so.
    private(set) var failure: UnreadableDelivery?

    /// How deep elements may stand within one another.
    static let deepest = 64

    /// An element begins; `depth` counts it already.
    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    /// An element ends; `depth` still counts it.
    func end(_ name: XMLName) {}
    /// Text, perhaps a piece of it only.
    func text(_ bytes: UnsafeRawBufferPointer) {}

    /// Has the stream stop behind what is told just now.
    final func pause() {
        if let parser { XML_StopParser(parser, XML_Bool(XML_TRUE)) }
    }

    /// Has the stream stop for good.
    final func fail(_ error: UnreadableDelivery) {
        failure = failure ?? error
        if let parser { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
    }

    /// Where what is told just now begins and ends, in bytes from 0.
    final var position: Range<Int64> {
        guard let parser else { return 0..<0 }
        let start = max(0, Int64(XML_GetCurrentByteIndex(parser)))
        return start..<(start + max(0, Int64(XML_GetCurrentByteCount(parser))))
    }

    /// The physical line that begins on, counted from 1.
    final var line: Int64 { parser.map { Int64(XML_GetCurrentLineNumber($0)) } ?? 1 }

    // MARK: - What expat calls

    fileprivate final func attach(to parser: OpaquePointer) { self.parser = parser }
    fileprivate final func detach() { parser = nil }

    fileprivate final func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        guard depth <= Self.deepest else { return fail(.tooDeep(Self.deepest, line: line)) }
        guard failure == nil else { return }
        start(name, attributes)
    }

    fileprivate final func finish(_ name: XMLName) {
        if failure == nil { end(name) }
        depth -= 1
    }

    fileprivate final func refuseDoctype() { fail(.doctype(line: line)) }
}

extension OpaquePointer {
    /// Has expat tell the events. They must outlive the parser.
    func tell(_ events: XMLEvents) {
        events.attach(to: self)
        XML_SetUserData(self, Unmanaged.passUnretained(events).toOpaque())
        XML_SetElementHandler(
            self,
            { user, name, attributes in
                guard let user, let name, let attributes else { return }
                Unmanaged<XMLEvents>.fromOpaque(user)._withUnsafeGuaranteedRef {
                    $0.begin(XMLName(name), XMLAttributes(attributes))
                }
            },
            { user, name in
                guard let user, let name else { return }
                Unmanaged<XMLEvents>.fromOpaque(user)._withUnsafeGuaranteedRef { $0.finish(XMLName(name)) }
            }
        )
        XML_SetCharacterDataHandler(self) { user, text, length in
            guard let user, let text else { return }
            Unmanaged<XMLEvents>.fromOpaque(user)._withUnsafeGuaranteedRef {
                $0.text(UnsafeRawBufferPointer(start: text, count: Int(length)))
            }
        }
        XML_SetStartDoctypeDeclHandler(self) { user, _, _, _, _ in
            guard let user else { return }
            Unmanaged<XMLEvents>.fromOpaque(user)._withUnsafeGuaranteedRef { $0.refuseDoctype() }
        }
    }
}
