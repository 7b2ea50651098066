"""Read text tables: comma, semicolon or tab, in the encodings that Excel writes."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import chain, islice, zip_longest

from ..errors import UserError
from ..formatting import format_int
from ..progress import Progress
from .sheet import Sheet
from .xlsx_package import LIMITS

DELIMITERS = (";", ",", "\t", "|")
SAMPLE = 200
SAMPLE_BYTES = 1024 * 1024
MAX_BYTES = 96 * 1024 * 1024
MAX_CELLS = 8_000_000
"""Each is a text of its own: more would not fit into the memory of an office's computer."""
MAX_FIELD = 1_000_000
PROGRESS_EVERY = 20_000
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# The exporter puts a quote before a text that a spreadsheet would run as a formula.
GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")

# A record of our own after the last one: if it does not come back, a quote was never closed.
SENTINEL = "\x1e"


def recognises(data: bytes) -> bool:
    """Tell whether the bytes can be text: whatever is not is left to other readers."""
    if data.startswith(UTF16) or _unmarked_utf16(data):
        return True
    head = data[:4096]
    strange = sum(b < 32 and b not in b"\t\n\v\f\r\x1a\x1b" for b in head)
    return not data.startswith(b"PK\x03\x04") and strange * 20 <= len(head)


def read(data: bytes, berkas: str, progress: Progress) -> tuple[Sheet, ...]:
    """Return the table as one sheet without a name; every value is text, or None where empty.

    A record is what the csv module yields: a quoted line break does not end it, a blank line is
    one. All count for `baris`, a first line `sep=;` too (which is taken off).

    Raises:
        UserError: Unknown encoding, NUL characters, an unclosed quote, too many cells.
    """
    csv.field_size_limit(MAX_FIELD)
    if len(data) > MAX_BYTES:
        raise _too_large(berkas, f"lebih dari {MAX_BYTES // 1024**2} MB")
    encoding = _encoding(data, berkas)
    sample = data[:SAMPLE_BYTES].decode(encoding, "ignore")
    delimiter, first = _announced_delimiter(sample)
    delimiter = delimiter or _sniff(sample)
    _check_size(data, encoding, delimiter, berkas)
    rows = _records(data, encoding, delimiter, berkas, progress)[first:]
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise UserError(
            f"{berkas} tidak berisi data.", "Minta berkas yang berisi tabelnya.", "berkas-kosong"
        )
    width = max(map(len, rows))
    if width * len(rows) > MAX_CELLS:
        raise _too_large(berkas, f"{format_int(len(rows))} baris × {format_int(width)} kolom")
    columns = tuple(_clean(column) for column in zip_longest(*rows))
    return (Sheet(berkas, None, baris_awal=first + 1, kolom=columns),)


def _check_size(data: bytes, encoding: str, delimiter: str, berkas: str) -> None:
    """Refuse what has too many cells before any of them is made."""
    plain = encoding.removesuffix("-sig").replace("utf-16", "utf-16-le")[:9]
    lines = data.count("\n".encode(plain)) + 1
    cells = data.count(delimiter.encode(plain)) + lines
    if cells > LIMITS.noise and cells >= lines * LIMITS.noise_columns:
        raise _too_large(berkas, f"lebih dari {format_int(LIMITS.noise_columns)} kolom")
    if cells > MAX_CELLS:
        raise _too_large(berkas, f"lebih dari {format_int(MAX_CELLS)} sel")


def _too_large(berkas: str, what: str) -> UserError:
    return UserError(
        f"{berkas} terlalu besar: {what}.",
        "Hapus kolom yang tidak perlu, atau bagi menjadi beberapa berkas.",
        "csv-terlalu-besar",
    )


def _unmarked_utf16(data: bytes) -> str:
    """Return the kind of UTF-16 whose mark is missing, empty where it is none.

    Of text in Latin letters every other byte is zero, always the same one of each pair.
    """
    head = data[:4096]
    size = len(head) // 2
    if len(data) % 2 or size < 2 or head.count(0) * 4 < len(head):
        return ""
    low, high = head[0::2].count(0), head[1::2].count(0)
    if low * 50 <= size and high * 10 >= size * 8:
        return "utf-16-le"
    return "utf-16-be" if high * 50 <= size and low * 10 >= size * 8 else ""


def _encoding(data: bytes, berkas: str) -> str:
    if data.startswith(UTF16):
        encodings: tuple[str, ...] = ("utf-16",)
    elif unmarked := _unmarked_utf16(data):
        encodings = (unmarked,)
    else:
        # cp1252 is what Excel writes as "CSV" on Indonesian Windows; it takes nearly any byte.
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            nul = _has_nul(data, encoding)
        except UnicodeDecodeError:
            continue
        if nul:
            raise UserError(
                f"{berkas} berisi karakter NUL.",
                "Simpan ulang sebagai “CSV UTF-8” atau .xlsx.",
                "csv-nul",
            )
        return encoding
    raise UserError(
        f"{berkas}: penyandian teksnya tidak dikenal.",
        "Simpan ulang sebagai “CSV UTF-8” atau .xlsx.",
        "csv-penyandian",
    )


def _has_nul(data: bytes, encoding: str) -> bool:
    """Decode piece by piece, keeping none of it.

    Raises:
        UnicodeDecodeError: The bytes are of another encoding.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    pieces = (data[at : at + SAMPLE_BYTES] for at in range(0, len(data), SAMPLE_BYTES))
    found = False
    for piece in pieces:  # all of them: a later one may be of another encoding
        found |= "\0" in decoder.decode(piece)
    decoder.decode(b"", final=True)
    return found


def _announced_delimiter(text: str) -> tuple[str | None, int]:
    """Return the delimiter of a first line `sep=;` and the number of records it takes (0 or 1)."""
    line = text[:16].split("\n", 1)[0].rstrip("\r").strip('"')
    if line[:4].lower() == "sep=" and len(line) == 5:
        return line[4], 1
    return None, 0


def _sniff(text: str) -> str:
    """Choose the delimiter under which most records have the same number of fields.

    Of two that agree equally often, the one with more fields wins: a decimal comma or the comma
    before a degree is steady too, but it splits less.
    """

    def steadiness(delimiter: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            widths = Counter(len(row) for row in islice(reader, SAMPLE) if len(row) > 1)
        except csv.Error:
            return 0, 0
        return max(((n, width) for width, n in widths.items()), default=(0, 0))

    return max(DELIMITERS, key=steadiness)


def _records(
    data: bytes, encoding: str, delimiter: str, berkas: str, progress: Progress
) -> list[list[str]]:
    lines = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    rows: list[list[str]] = []
    total = data.count(b"\n") + 1
    try:
        for row in csv.reader(chain(lines, (SENTINEL,)), delimiter=delimiter):
            rows.append(row)
            if len(rows) % PROGRESS_EVERY == 0:
                progress(f"Membaca {berkas}", min(len(rows), total), total)
    except csv.Error as error:
        raise UserError(
            f"{berkas}: isi sel pada baris {len(rows) + 1} lebih dari {format_int(MAX_FIELD)} "
            'huruf, atau tanda kutip (") di sana tidak pernah ditutup.',
            "Perbaiki sel itu, atau simpan ulang sebagai .xlsx.",
            "csv-kutip",
        ) from error
    if rows.pop() != [SENTINEL]:
        raise _unclosed(berkas, len(rows) + 1)
    return rows


def _unclosed(berkas: str, record: int) -> UserError:
    return UserError(
        f'{berkas}: tanda kutip (") yang dibuka pada baris {record} tidak pernah ditutup.',
        "Perbaiki tanda kutip di baris itu, atau simpan ulang sebagai .xlsx.",
        "csv-kutip",
    )


def _clean(column: tuple[str | None, ...]) -> list[object]:
    return [
        None if not value else _unguarded(value) if value.startswith(("'", '="')) else value
        for value in column
    ]


def _unguarded(value: str) -> str:
    """Take off the quote before a formula's sign, and the formula that keeps digits as text."""
    if value.startswith(GUARDED):
        return value[1:]
    digits = value[2:-1]
    return digits if value == f'="{digits}"' and digits.isdecimal() else value
