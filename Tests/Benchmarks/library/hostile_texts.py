"""Texts made to hurt whoever reads them: each a name, the feed that is to read it, and what it holds."""
import gzip

MB = 1 << 20
HEADER = b"device,record_no,tested_at,alcohol,place\n"
ROW = b"A1,%d,2025-03-03 20:01:00,45.2,x\n"


def rows(count):
    return b"".join(ROW % number for number in range(count))


def json_row(place):
    return b'{"device":"A1","record_no":1,"tested_at":"2025-03-03 20:01:00","alcohol":45.2,"place":' + place + b"}"


def json_rows(*places):
    return b'{"rows":[' + b",".join(json_row(place) for place in places) + b"]}"


def xml(body, before=b""):
    return b'<?xml version="1.0"?>' + before + b"<export>" + body + b"</export>"


def doctype(inside):
    return b"<!DOCTYPE export [" + inside + b"]>"


def laughs():
    """Ten entities, each ten times the one before it."""
    lines = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    return xml(b"<row><device>&a9;</device></row>", doctype(lines))


def quadratic():
    """One entity of a hundred kilobytes, named a hundred thousand times."""
    entity = doctype(b'<!ENTITY a "' + b"a" * 100_000 + b'">')
    return xml(b"<row><device>" + b"&a;" * 100_000 + b"</device></row>", entity)


def utf16(text):
    return b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")


def lone_surrogates():
    sound = (HEADER + rows(1)).decode()
    return utf16(sound + "A1,7,2025-03-03 20:01:00,45.2,\ud800x\n" + "A1,8,2025-03-03 20:01:00,45.2,x\udc00\n")


TEXTS = [
    ("empty.csv", "csv", lambda: b""),
    ("zeros-100MB.csv", "csv", lambda: bytes(100 * MB)),
    ("nul-in-every-row.csv", "csv", lambda: HEADER + b"A1,1,2025-03-03\x00 20:01:00,45.2,x\n" * 100_000),
    ("quote-never-closed-100MB.csv", "csv", lambda: HEADER + b'A1,"' + (b"a" * 60_000 + b"\n") * 1_750),
    ("quote-opened-in-every-line.csv", "csv", lambda: HEADER + b'A1,"\n' * 100_000),
    ("header-of-a-million-columns.csv", "csv", lambda: b",".join(b"c%d" % n for n in range(1_000_000)) + b"\n"),
    ("row-of-a-million-columns.csv", "csv", lambda: HEADER + b"," * 1_000_000 + b"\n" + rows(9)),
    ("header-of-100MB.csv", "csv", lambda: b"a" * (100 * MB)),
    ("line-of-100MB.csv", "csv", lambda: HEADER + b"a" * (100 * MB) + b"\n" + rows(9)),
    ("cell-of-100MB-quoted.csv", "csv", lambda: HEADER + b'A1,"' + b"a\n" * (50 * MB) + b'",x\n' + rows(9)),
    ("line-ends-only-100MB.csv", "csv", lambda: HEADER + b"\n" * (100 * MB)),
    ("lone-surrogates.csv", "utf16", lone_surrogates),
    ("odd-byte-at-the-end.csv", "utf16", lambda: utf16((HEADER + rows(3)).decode()) + b"\x41"),
    ("bytes-of-no-set-100MB.csv", "detect", lambda: bytes(range(128, 256)) * (100 * MB // 128)),
    ("deep.json", "json", lambda: b'{"rows":' + b"[" * 10_000_000),
    ("deep-in-a-row.json", "json", lambda: json_rows(b"[" * 5_000_000 + b"]" * 5_000_000)),
    ("text-of-100MB.json", "json", lambda: json_rows(b'"' + b"a" * (100 * MB) + b'"', b'"x"')),
    ("number-of-100MB.json", "json", lambda: json_rows(b"1" * (100 * MB), b'"x"')),
    ("exponent.json", "json", lambda: json_rows(b'"x"').replace(b"45.2", b"1e999999999")),
    ("a-million-names.json", "json", lambda: json_rows(b'"x"').replace(b'{"device"', b"{" + b'"a":1,' * 1_000_000 + b'"a"')),
    ("never-closed.json", "json", lambda: b'{"rows":[' + (json_row(b'"x"') + b",") * 100_000),
    ("blanks-of-100MB.json", "json", lambda: b'{"rows":[' + json_row(b'"x"') + b" " * (100 * MB)),
    ("lone-surrogate-escapes.jsonl", "lines", lambda: (json_row(b'"\\ud800"') + b"\n") * 100_000),
    ("line-of-100MB.jsonl", "lines", lambda: json_row(b'"' + b"a" * (100 * MB) + b'"') + b"\n" + json_row(b'"x"') + b"\n"),
    ("billion-laughs.xml", "xml", laughs),
    ("quadratic-entity.xml", "xml", quadratic),
    ("outside-entity.xml", "xml", lambda: xml(b"<row>&a;</row>", doctype(b'<!ENTITY a SYSTEM "file:///etc/passwd">'))),
    ("deep.xml", "xml", lambda: xml(b"<row>" + b"<a>" * 10_000_000)),
    ("text-of-100MB.xml", "xml", lambda: xml(b"<row><device>" + b"a" * (100 * MB) + b"</device></row>")),
    ("attribute-of-100MB.xml", "xml", lambda: xml(b'<row device="' + b"a" * (100 * MB) + b'"/>')),
    ("comment-never-closed-100MB.xml", "xml", lambda: xml(b"<!--" + b"a" * (100 * MB))),
    ("a-million-attributes.xml", "xml", lambda: xml(b"<row" + b"".join(b" a%d=''" % n for n in range(1_000_000)))),
    ("gzip-bomb-10GB.csv.gz", "gzip", lambda: gzip.compress(bytes(100 * MB), 9) * 100),
    ("gzip-in-gzip.csv.gz", "gzip", lambda: gzip.compress(gzip.compress(bytes(500 * MB), 9), 9)),
    ("torn.csv.gz", "gzip", lambda: gzip.compress(HEADER + rows(10_000))[:-9]),
]
