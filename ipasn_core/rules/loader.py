"""Read editions: TOML text → `Edition`, or one sentence that names file and key.

Strict in every respect: unknown keys, missing articles, codes that do not exist, numbers that are
none are refused. Whoever edits a file of rules sees what to mend and where.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from ..errors import RuleError
from ..resources import resource
from . import shape
from .checks import check, check_together
from .edition import Edition
from .faults import Fault
from .resolve import resolve

_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<where>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([A-Za-z0-9_-]+)|\[(\d+)\]|\[\.\.\.\]")
_KEY = re.compile(r"^\s*(?:\[+\s*(?P<table>[^\]]+?)\s*\]+|(?P<key>[A-Za-z0-9_.\"-]+)\s*=)")

_TYPES = {
    "str": "teks",
    "int": "bilangan bulat",
    "decimal": "bilangan desimal",
    "float": "bilangan desimal",
    "bool": "true atau false",
    "array": "daftar",
    "object": "tabel",
    "null": "kosong",
    "datetime": "tanggal",
    "date": "tanggal",
    "time": "waktu",
}


def parse_edition(text: str, name: str) -> Edition:
    """Read an edition from its text.

    Args:
        text: The TOML.
        name: What to call the file in a sentence.

    Raises:
        RuleError: It cannot be used; the sentence names file and key.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(name, _syntax(text, str(error))) from error
    try:
        raw = msgspec.convert(data, shape.Edition)
    except msgspec.ValidationError as error:
        raise _refusal(name, _validation(data, str(error))) from error
    try:
        edition = resolve(raw, text)
        check(edition)
    except Fault as fault:
        raise _refusal(name, fault) from fault
    return edition


def load_edition(path: Path) -> Edition:
    """Read an edition from its file (UTF-8; line ends are made uniform before it is hashed).

    Raises:
        RuleError: It cannot be read or used.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        odd = isinstance(error, UnicodeDecodeError)
        reason = "bukan teks UTF-8" if odd else "tidak ada atau tidak boleh dibuka"
        raise RuleError(f'Berkas aturan "{path.name}" tidak dapat dibaca: {reason}.') from error
    return parse_edition(text, path.name)


def editions() -> tuple[Edition, ...]:
    """Return the editions that ship with the program, in the order of their file names.

    Raises:
        RuleError: One cannot be used, or two contradict each other.
    """
    found = tuple(load_edition(path) for path in sorted(resource("aturan").glob("*.toml")))
    check_together(found)
    return found


def edition_for(tahun: int, editions: Sequence[Edition]) -> Edition:
    """Return the edition that holds for a measured year: a released one before a draft.

    Args:
        tahun: The measured year.
        editions: Those to choose from; of several revisions the newest counts.

    Raises:
        RuleError: None holds; the sentence names the years there are.
    """
    candidates = [edition for edition in editions if tahun in edition.tahun]
    if not candidates:
        years = sorted({year for edition in editions for year in edition.tahun})
        known = ", ".join(map(str, years)) or "tidak ada"
        raise RuleError(
            f"Tidak ada aturan untuk tahun ukur {tahun}. Tahun yang ada: {known}.",
            "Pilih tahun yang ada aturannya, atau tambahkan edisi aturan untuk tahun itu.",
        )
    return max(candidates, key=lambda edition: (not edition.draf, edition.revisi))


def by_id(id_: str, editions: Iterable[Edition]) -> Edition:
    """Return the newest revision of an edition.

    Raises:
        RuleError: There is none of that id; the sentence names those there are.
    """
    choice = list(editions)
    candidates = [edition for edition in choice if edition.id == id_]
    if not candidates:
        known = ", ".join(sorted({edition.id for edition in choice})) or "tidak ada"
        raise RuleError(f'Tidak ada edisi aturan "{id_}". Edisi yang ada: {known}.')
    return max(candidates, key=lambda edition: edition.revisi)


def _refusal(name: str, fault: Fault) -> RuleError:
    kunci = fault.kunci.replace('"', "'") or "(tanpa nama)"
    return RuleError(
        f'Berkas aturan "{name}", kunci "{kunci}": {fault.sebab}.',
        "Perbaiki berkas itu pada kunci yang disebut.",
    )


def _syntax(text: str, message: str) -> Fault:
    """Return the fault of a text that is no TOML, by the key the reader stumbled at."""
    place = re.search(r"line (\d+)", message)
    lines = text.splitlines()
    number = int(place[1]) if place else len(lines)
    table, key = "", ""
    for line in lines[:number]:
        if found := _KEY.match(line):
            table, key = (found["table"], "") if found["table"] else (table, found["key"])
    kunci = ".".join(part for part in (table, key) if part) or lines[number - 1].strip()[:40]
    twice = "Cannot overwrite" in message or "Cannot declare" in message
    what = "ditulis dua kali" if twice else "bukan TOML yang sah"
    return Fault(kunci, f"{what} (baris {number})")


def _validation(data: dict[str, Any], message: str) -> Fault:
    """Turn what msgspec says into a fault in our words."""
    match = _AT.match(message)
    what, where = (match["what"], match["where"] or "") if match else (message, "")
    kunci = _named(data, where)
    if found := re.match(r"Object missing required field `(.*)`", what):
        return Fault(f"{kunci}.{found[1]}" if kunci else found[1], "wajib ada, tetapi tidak ada")
    if found := re.match(r"Object contains unknown field `(.*)`", what):
        return Fault(f"{kunci}.{found[1]}" if kunci else found[1], "kunci ini tidak dikenal")
    if found := re.match(r"Expected `([^`]+)`, got `([^`]+)`", what):
        due, got = (" atau ".join(_TYPES.get(t, t) for t in g.split(" | ")) for g in found.groups())
        return Fault(kunci, f"harus {due}, bukan {got}")
    if found := re.match(r"Invalid (?:enum )?value '(.*)'", what):
        return Fault(kunci, f'"{found[1]}" tidak dikenal')
    return Fault(kunci, f"tidak dapat dipakai ({what})")


def _named(data: Any, where: str) -> str:
    """Return msgspec's path (`$.dimensi[0].pasal`) with entries called by their id or name."""
    here: Any = data
    path = ""
    for key, index in _STEP.findall(where):
        if key:
            path = f"{path}.{key}" if path else key
            here = here.get(key) if isinstance(here, dict) else None
        elif index:
            here = here[int(index)] if isinstance(here, list) else None
            entry = here if isinstance(here, dict) else {}
            path += f"[{entry.get('id') or entry.get('nama') or int(index) + 1}]"
    return path
