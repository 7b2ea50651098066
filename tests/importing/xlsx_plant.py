"""Write workbooks part by part, so that a test can plant what no library would write."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="22"/><xf numFmtId="21"/></cellXfs></styleSheet>'
)


def sheet_xml(rows: str, tail: str = "", head: str = "") -> str:
    """Wrap rows as a worksheet; `head` comes before the cells, `tail` behind them."""
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}">{head}<sheetData>{rows}</sheetData>{tail}'
        "</worksheet>"
    )


def strings_xml(*strings: str) -> str:
    """Wrap texts as the table of shared strings."""
    items = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return f'{DECLARATION}<sst xmlns="{MAIN}">{items}</sst>'


def parts(
    *sheets: str, states: tuple[str, ...] = (), strings: str = "", properties: str = ""
) -> dict[str, str]:
    """Return the parts of a workbook with these worksheets, named S1, S2 …"""
    entries, relations, overrides = [], [], []
    for n, _ in enumerate(sheets, start=1):
        state = f' state="{states[n - 1]}"' if len(states) >= n and states[n - 1] else ""
        entries.append(f'<sheet name="S{n}" sheetId="{n}"{state} r:id="rId{n}"/>')
        relations.append(_relation(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml"))
        overrides.append(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
    relations.append(_relation("rId98", "sharedStrings", "sharedStrings.xml"))
    relations.append(_relation("rId99", "styles", "styles.xml"))
    found = {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.spreadsheetml.sheet.main+xml"/>{"".join(overrides)}</Types>'
        ),
        "_rels/.rels": _relations(_relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
            f"<sheets>{''.join(entries)}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": _relations(*relations),
        "xl/sharedStrings.xml": strings or strings_xml("satu", "dua"),
        "xl/styles.xml": STYLES,
    }
    for n, xml in enumerate(sheets, start=1):
        found[f"xl/worksheets/sheet{n}.xml"] = xml
    return found


def pack(found: dict[str, str]) -> bytes:
    """Zip the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in found.items():
            archive.writestr(path, text)
    return stream.getvalue()


def workbook(rows: str, tail: str = "", head: str = "") -> bytes:
    """Zip a workbook of one worksheet."""
    return pack(parts(sheet_xml(rows, tail, head)))


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _relations(*entries: str) -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}'
        "</Relationships>"
    )
