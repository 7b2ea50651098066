"""The files of `resources/kosakata`, read strictly into a `Vocabulary`.

An officer extends those files; what they may not do is name a code that does not exist, or give
one spelling to two codes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cache
from pathlib import Path

from ..errors import RuleError
from ..model import vocab
from ..resources import resource
from .head_words import head_words
from .vocabulary import DROP, FIELDS, Head, Spellings, Vocabulary, key, words

_CODES: Mapping[str, type[IntEnum] | None] = {
    "pendidikan": vocab.Pendidikan,
    "pendidikan_id": vocab.Pendidikan,
    "jenis_jabatan": vocab.JenisJabatan,
    "jenis_jabatan_id": vocab.JenisJabatan,
    "jenjang": vocab.Jenjang,
    "jenjang_id": vocab.Jenjang,
    "eselon": vocab.Eselon,
    "eselon_id": vocab.Eselon,
    "status": vocab.Status,
    "jenis_kelamin": vocab.JenisKelamin,
    "predikat": vocab.Predikat,
    "predikat_id": vocab.Predikat,
    "ekspektasi": vocab.Ekspektasi,
    "dasar": vocab.DasarKinerja,
    "tingkat_hukuman": vocab.TingkatHukuman,
    "jenis_hukuman": vocab.JenisHukuman,
    "hukuman_cocok": vocab.TingkatHukuman,
    "jenis_diklat": vocab.JenisDiklat,
    "jenis_lembar": vocab.JenisDiklat,
    "tingkat_diklat": vocab.TingkatDiklat,
    "kedudukan": None,
    "pangkat": None,
}
"""Lists of spellings and the codes they lead to; the last two have SIASN's numbers alone."""

_SHARED = frozenset({"hukuman_cocok"})
"""Lists in which one spelling may stand under two codes."""

_WORDS = frozenset(
    "tidak_ada sudah tanda tanpa tanpa_data tanpa_eselon jumlah opd_awal instansi_awal unit_awal "
    "ya".split()
)
_SHORT = "singkatan"


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once."""
    return load(resource("kosakata"))


def load(folder: Path) -> Vocabulary:
    """Read `kepala.toml` and `nilai.toml` of a folder.

    Raises:
        RuleError: A file that is no TOML, an unknown field, list or code, or a spelling that two
            codes claim; the sentence names file and key.
    """
    sections = _parse(folder / "kepala.toml")
    short = _abbreviations(sections.pop(_SHORT, {}))
    more = sections.pop("kata", {})
    heads = _heads(sections)
    lists = _parse(folder / "nilai.toml")
    if missing := (_CODES.keys() | {"kata"}) - lists.keys():
        raise RuleError(f"nilai.toml: daftar tidak ada: {', '.join(sorted(missing))}")
    if unknown := lists.keys() - _CODES.keys() - {"kata"}:
        raise RuleError(f"nilai.toml: daftar tidak dikenal: {', '.join(sorted(unknown))}")
    kata = lists.pop("kata")
    if kata.keys() != _WORDS:
        raise RuleError(f"nilai.toml [kata]: harus berisi {', '.join(sorted(_WORDS))}")
    spellings = {name: _spellings(name, lists[name]) for name in lists if name not in _SHARED}
    return Vocabulary(
        kepala=heads,
        singkatan=short,
        kata_pengisi=frozenset(more.get("pengisi", ())),
        kata_bukan=frozenset(more.get("bukan", ())),
        kata_kepala=_by_words(sections, heads, short),
        nilai=spellings,
        kata={name: _word_list(texts) for name, texts in kata.items()},
        cocok=frozenset(_fitting(lists["hukuman_cocok"])),
        tingkat_diklat=_sequences("tingkat_diklat", lists["tingkat_diklat"]),
        jenis_lembar=_sequences("jenis_lembar", lists["jenis_lembar"]),
    )


def _parse(path: Path) -> dict[str, dict[str, list[str]]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from error
    for section, entries in content.items():
        if not isinstance(entries, dict):
            raise RuleError(f"{path.name}: {section} harus berupa bagian [{section}]")
        for name, texts in entries.items():
            if not isinstance(texts, list) or not all(isinstance(t, str) for t in texts):
                raise RuleError(f"{path.name} [{section}] {name}: harus berupa daftar teks")
    return content


def _heads(sections: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for bidang, ranks in sections.items():
        if bidang not in FIELDS:
            raise RuleError(f"kepala.toml: bidang tidak dikenal: {bidang}")
        if unknown := ranks.keys() - {"kepala", "cadangan", "id"}:
            raise RuleError(f"kepala.toml [{bidang}]: tidak dikenal: {', '.join(sorted(unknown))}")
        entries = [(text, Head(bidang)) for text in ranks.get("kepala", ())]
        entries += [(t, Head(bidang, n)) for n, t in enumerate(ranks.get("cadangan", ()), 1)]
        entries += [(text, Head(bidang, 0, id=True)) for text in ranks.get("id", ())]
        for text, head in entries:
            if heads.setdefault(key(text), head).bidang != bidang:
                other = heads[key(text)].bidang
                raise RuleError(f"kepala.toml: “{text}” ada pada {other} dan {bidang}")
    return heads


def _abbreviations(section: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, texts in section.items():
        word = "" if name == "hilang" else name
        for text in texts:
            if found.setdefault(text, word) != word:
                raise RuleError(f"kepala.toml [{_SHORT}]: “{text}” ada pada dua kata")
    return found


def _by_words(
    sections: Mapping[str, Mapping[str, list[str]]],
    heads: Mapping[str, Head],
    short: Mapping[str, str],
) -> dict[tuple[str, ...], Head]:
    """Return words → meaning; what two fields, or two columns of one, would share is left out."""
    found: dict[tuple[str, ...], set[Head]] = {}
    for ranks in sections.values():
        for text in (text for texts in ranks.values() for text in texts):
            found.setdefault(head_words(text, short), set()).add(heads[key(text)])
    found.pop((), None)
    return {
        parts: min(claims, key=lambda head: head.urutan)
        for parts, claims in found.items()
        if len({(head.bidang, head.id) for head in claims}) == 1
    }


def code_of(name: str, code: str) -> int:
    """Return the number of a code of a list by its name or number.

    Raises:
        RuleError: The list has no such code.
    """
    codes = _CODES[name]
    if codes is None:
        if code.isdecimal():
            return int(code)
    elif code.isdecimal():
        if int(code) in codes.__members__.values():
            return int(code)
    elif code.upper() in codes.__members__:
        return int(codes[code.upper()])
    raise RuleError(f"nilai.toml [{name}]: kode tidak dikenal: {code}")


def _entries(name: str, section: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
    for code, texts in section.items():
        number = code_of(name, code)
        for text in texts:
            yield text, number


def _spellings(name: str, section: Mapping[str, list[str]]) -> Spellings:
    exact: dict[str, int] = {}
    patterns: list[tuple[re.Pattern[str], int]] = []
    for text, code in _entries(name, section):
        if "*" in text:
            patterns.append((_pattern(text), code))
        elif exact.setdefault(key(text), code) != code:
            raise RuleError(f"nilai.toml [{name}]: “{text}” ada pada dua kode")
    return Spellings(exact, tuple(patterns))


def _word_list(texts: list[str]) -> Spellings:
    exact = {key(text): 1 for text in texts if "*" not in text}
    return Spellings(exact, tuple((_pattern(text), 1) for text in texts if "*" in text))


def _pattern(text: str) -> re.Pattern[str]:
    parts = DROP.sub("", text.casefold()).split("*")
    return re.compile(".*".join(map(re.escape, parts)))


def _fitting(section: Mapping[str, list[str]]) -> Iterator[tuple[int, int]]:
    for kind, level in _entries("hukuman_cocok", section):
        yield code_of("jenis_hukuman", kind), level


def _sequences(
    name: str, section: Mapping[str, list[str]]
) -> tuple[tuple[tuple[str, ...], int], ...]:
    found = [(tuple(words(text)), code) for text, code in _entries(name, section)]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
