"""Archives and workbooks made to hurt whoever opens them; as hostile_texts."""
import io
import os
import pathlib
import struct
import zipfile
import zlib

from library.hostile_texts import HEADER, MB, rows
from library.hostile_xls import old_workbook

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CELLS = '<c t="inlineStr"><is><t>{}</t></is></c>'


def archive(*members):
    """A ZIP of names (or `ZipInfo`) and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members:
            target.writestr(name, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def entry(name, mode):
    told = zipfile.ZipInfo(name)
    told.create_system, told.external_attr = 3, mode << 16
    return told


def encrypted():
    """The flag of encryption, set in both places that have it."""
    packed = bytearray(archive(("a.csv", HEADER + rows(3))))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def overlapping(count, kernel):
    """Members within one another: each quotes the header of the next and goes on with its bytes (Fifield, 2019)."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed, checked, size = deflate.compress(kernel) + deflate.flush(), zlib.crc32(kernel), len(kernel)
    content, headers = kernel, []
    for number in reversed(range(count)):
        name = b"%d.csv" % number
        common = struct.pack("<HHHHLLLHH", 0x800, 8, 0, 0x5C21, checked, len(packed), size, len(name), 0)
        header = b"PK\x03\x04\x14\x00" + common + name
        headers.append((header, common, name))
        content = header + content
        checked, size = zlib.crc32(content), len(content)
        packed = b"\x00" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header + packed
    body, directory, offset = packed[5:], b"", 0
    for header, common, name in reversed(headers):
        directory += b"PK\x01\x02\x14\x03\x14\x00" + common + bytes(6) + struct.pack("<LL", 0o100644 << 16, offset) + name
        offset += len(header) + 5
    return body + directory + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(body), 0)


def nested(depth):
    content = archive(("a.csv", bytes(100 * MB)))
    for level in range(depth):
        content = archive(*((f"{level}-{number}.zip", content) for number in range(10)))
    return content


def book(sheet, texts="", behind="", doctype=""):
    """A workbook of one sheet; `sheet` is the XML of its rows."""
    kinds = [("worksheet", "worksheets/sheet1.xml")] + [("sharedStrings", "sharedStrings.xml")] * bool(texts)
    links = "".join(f'<Relationship Id="r{n}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(kinds))
    wrapped = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    main = f'<Relationship Id="r0" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    parts = [
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", wrapped.format(main)),
        ("xl/workbook.xml", f'<workbook xmlns="{SHEETS}" xmlns:r="{RELATIONS}"><sheets>'
                            '<sheet name="a" sheetId="1" r:id="r0"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", wrapped.format(links)),
        ("xl/worksheets/sheet1.xml", f'{doctype}<worksheet xmlns="{SHEETS}"><dimension ref="A1:XFD1048576"/>'
                                     f"<sheetData>{sheet}</sheetData>{behind}</worksheet>"),
    ]
    return archive(*parts, *[("xl/sharedStrings.xml", f'<sst xmlns="{SHEETS}">{texts}</sst>')] * bool(texts))


def shared(length):
    return f"<si><t>{'a' * length}</t></si>"


def xlsx_row(number, *texts):
    return f'<row r="{number}">' + "".join(CELLS.format(text) for text in texts) + "</row>"


TOP = xlsx_row(1, "device", "record_no", "tested_at", "alcohol", "place")
REFERRING = '<row>' + '<c t="s"><v>0</v></c>' * 10 + "</row>"


def calc(body):
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    content = (f"<office:document-content {names}><office:body><office:spreadsheet><table:table table:name='a'>{body}"
               "</table:table></office:spreadsheet></office:body></office:document-content>")
    return archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content))


def calc_row(*texts, times=1, each=1):
    cells = "".join(f"<table:table-cell office:value-type='string' table:number-columns-repeated='{each}'><text:p>{text}"
                    "</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row table:number-rows-repeated='{times}'>{cells}</table:table-row>"


CALC_TOP = calc_row("device", "record_no", "tested_at", "alcohol", "place")
CALC_ROW = ("A1", "1", "2025-03-03 20:01:00", "45.2", "x")


def real_xls():
    """Places in a real workbook's text table that are overwritten one after the other; none where no such file is at hand."""
    home = pathlib.Path(os.environ.get("DOCKET_REAL_INPUTS", "/nowhere"))
    for file in sorted(home.glob("**/*.xls"))[:1]:
        sound = file.read_bytes()
        for step in range(8):
            torn = bytearray(sound)
            start = len(torn) * (step + 1) // 10
            torn[start:start + 64] = b"\xff" * 64
            yield f"real-overwritten-{step}.xls", "workbook", lambda torn=torn: bytes(torn)


PACKED = [
    ("bomb-1000-to-1.zip", "zip", lambda: archive(("a.csv", bytes(2000 * MB)))),
    ("overlapping.zip", "zip", lambda: overlapping(250, b"a" * (20 * MB))),
    ("nested.zip", "zip", lambda: nested(4)),
    ("names-that-climb.zip", "zip", lambda: archive(("../../etc/docket-was-here.csv", HEADER + rows(2)),
                                                    ("/etc/docket-was-here.csv", HEADER + rows(2)))),
    ("links.zip", "zip", lambda: archive((entry("a.csv", 0o120777), b"/etc/passwd"))),
    ("directories.zip", "zip", lambda: archive(*((entry(f"d{n}/", 0o040755), b"") for n in range(500)))),
    ("nothing.zip", "zip", lambda: archive()),
    ("empty-member.zip", "zip", lambda: archive(("a.csv", b""))),
    ("encrypted.zip", "zip", encrypted),
    ("torn.zip", "zip", lambda: archive(("a.csv", HEADER + rows(10_000)))[:-30]),
    ("a-hundred-thousand-members.zip", "zip", lambda: archive(*((f"{n}.csv", b"") for n in range(100_000)))),
    ("row-at-the-end-of-the-world.xlsx", "workbook", lambda: book(
        TOP + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    ("row-beyond-the-world.xlsx", "workbook", lambda: book(
        TOP + '<row r="99999999999999999999"><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>')),
    ("a-million-columns.xlsx", "workbook", lambda: book(
        TOP + '<row r="2">' + "<c><v>1</v></c>" * 1_000_000 + "</row>")),
    ("million-references-to-60KB.xlsx", "workbook", lambda: book(TOP + REFERRING * 100_000, shared(60_000))),
    ("shared-text-of-200MB.xlsx", "workbook", lambda: book(TOP + REFERRING, shared(200 * MB))),
    ("ten-million-shared-texts.xlsx", "workbook", lambda: book(TOP + REFERRING, "<si><t>ab</t></si>" * 10_000_000)),
    ("merged-over-and-over.xlsx", "workbook", lambda: book(
        TOP + xlsx_row(2, "x") * 2000, behind="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300_000 + "</mergeCells>")),
    ("deep.xlsx", "workbook", lambda: book("<a>" * 2_000_000)),
    ("document-type.xlsx", "workbook", lambda: book("", doctype="<!DOCTYPE x [<!ENTITY a 'b'>]>")),
    ("columns-repeated.ods", "workbook", lambda: calc(CALC_TOP + calc_row("x", each=1_000_000_000))),
    ("rows-repeated.ods", "workbook", lambda: calc(CALC_TOP + calc_row(*CALC_ROW, times=1_000_000_000))),
    ("both-repeated.ods", "workbook", lambda: calc(CALC_TOP + calc_row("x", each=999, times=1_000_000_000) * 50_000)),
    ("texts-sound.xls", "workbook", lambda: old_workbook(5, 0)),
    ("text-table-says-four-billion.xls", "workbook", lambda: old_workbook(0xFFFFFFFF, 0)),
    ("text-longer-than-the-file.xls", "workbook", lambda: old_workbook(5, 0, length=0xFFFF)),
    ("text-with-two-billion-runs.xls", "workbook", lambda: old_workbook(5, 0, option=0x0D, extra=b"\xff\xff\xff\xff\xff\x7f")),
    ("reference-beyond-the-texts.xls", "workbook", lambda: old_workbook(5, 0xFFFFFFF0)),
    ("size-of-a-full-sheet.xls", "workbook", lambda: old_workbook(5, 0, rows=65_536, columns=256)),
    *real_xls(),
]
