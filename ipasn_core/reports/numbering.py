"""Number a document by computation, resolve references, and print it as text for tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..formatting import NBSP, format_date, roman
from .document import (
    Bagian,
    Blok,
    Daftar,
    Document,
    Gambar,
    HalamanBaru,
    Identitas,
    Isi,
    Judul,
    Kop,
    Lampiran,
    Paragraf,
    Penanda,
    Penandatangan,
    Rujukan,
    Sel,
    Tabel,
    TandaTangan,
    TandaTanganBerdua,
    Tebal,
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of a document.

    Attributes:
        label: By position among the blocks: `II.`, `A.`, `Tabel 3`, `LAMPIRAN I`.
        rujukan: By `kunci`: what a reference prints, `Tabel 3`, `Bagian II`, `Lampiran I`.
    """

    label: Mapping[int, str]
    rujukan: Mapping[str, str]

    def resolve(self, isi: Isi) -> tuple[str | Tebal, ...]:
        """Replace the references in running text by what they print.

        Raises:
            ValueError: for a reference to something the document does not have.
        """
        if isinstance(isi, str):
            return (isi,)
        return tuple(self._run(run) for run in isi)

    def text(self, isi: Isi) -> str:
        """Return running text without its emphasis."""
        return "".join(r.teks if isinstance(r, Tebal) else r for r in self.resolve(isi))

    def _run(self, run: str | Tebal | Rujukan) -> str | Tebal:
        if not isinstance(run, Rujukan):
            return run
        try:
            return self.rujukan[run.kunci]
        except KeyError:
            raise ValueError(f"reference to an absent part: {run.kunci}") from None


def present(blok: Iterable[Blok]) -> frozenset[str]:
    """Return the `kunci` of every part, to leave out sentences that point elsewhere."""
    found = (b.kunci for b in blok if isinstance(b, Bagian | Tabel | Gambar | Lampiran))
    return frozenset(kunci for kunci in found if kunci)


def join_sentences(kalimat: Iterable[Isi], kunci: frozenset[str]) -> Isi:
    """Join sentences by spaces, leaving out those that refer to a part that is not there.

    Args:
        kalimat: Sentences in order.
        kunci: What is there, from `present`.
    """
    runs: list[str | Tebal | Rujukan] = []
    for isi in kalimat:
        sentence = (isi,) if isinstance(isi, str) else isi
        if all(r.kunci in kunci for r in sentence if isinstance(r, Rujukan)):
            runs += ([" "] if runs else []) + list(sentence)
    return tuple(runs)


def number(blok: tuple[Blok, ...]) -> Numbering:
    """Number sections, tables, figures and annexes in reading order.

    A single annex is plain `LAMPIRAN`. Raises ValueError where two parts share a `kunci`.
    """
    annexes = sum(isinstance(b, Lampiran) for b in blok)
    label: dict[int, str] = {}
    rujukan: dict[str, str] = {}
    section = sub = table = figure = annex = 0
    for at, b in enumerate(blok):
        if isinstance(b, Bagian):
            section, sub = (section + 1, 0) if b.tingkat == 1 else (section, sub + 1)
            own = roman(section) if b.tingkat == 1 else chr(ord("A") + sub - 1)
            label[at] = f"{own}."
            named = f"Bagian {roman(section)}" + (f"{NBSP}huruf {own}" if sub else "")
        elif isinstance(b, Tabel) and b.judul:
            table += 1
            label[at] = named = f"Tabel {table}"
        elif isinstance(b, Gambar):
            figure += 1
            label[at] = named = f"Gambar {figure}"
        elif isinstance(b, Lampiran):
            annex += 1
            named = f"Lampiran {roman(annex)}" if annexes > 1 else "Lampiran"
            label[at] = named.upper()
        else:
            continue
        if b.kunci in rujukan:
            raise ValueError(f"two parts are called {b.kunci}")
        if b.kunci:
            rujukan[b.kunci] = named.replace(" ", NBSP)
    return Numbering(label, rujukan)


def dump(document: Document) -> str:
    """Write a document as readable text, values unformatted, for tests that compare reports."""
    numbering = number(document.blok)
    lines = []
    if document.tanda:
        lines.append(f"[{document.tanda.value}]")
    for at, blok in enumerate(document.blok):
        lines += _dump_block(blok, numbering.label.get(at, ""), numbering)
        lines.append("")
    lines += [f"kaki: {' · '.join(parts)}" for parts in document.kaki.baris]
    return "\n".join(lines).replace(NBSP, " ") + "\n"


def _dump_block(blok: Blok, label: str, numbering: Numbering) -> Iterator[str]:
    match blok:
        case Kop():
            yield from (blok.pemerintah, *blok.instansi.split("\n"), *blok.alamat)
        case Judul():
            yield from (*blok.baris, blok.nomor, f"revisi {blok.revisi}", blok.menggantikan)
        case Bagian():
            yield f"{'#' * blok.tingkat} {label} {blok.judul}"
        case Paragraf() | Daftar():
            yield from _dump_text(blok, numbering)
        case Tabel():
            yield from _dump_table(blok, label, numbering)
        case Gambar():
            yield from _dump_figure(blok, label, numbering)
        case Identitas():
            yield from (f"{name}: {words}" for name, words in (*blok.butir, *blok.hasil))
        case TandaTangan() | TandaTanganBerdua():
            yield from _dump_signature(blok, numbering)
        case HalamanBaru():
            yield f"--- {blok.arah.value}"
        case Lampiran():
            day = format_date(blok.tanggal) if blok.tanggal else ""
            yield f"--- {blok.arah.value}"
            yield from (f"{label}: {blok.tentang}", blok.nomor, day, *blok.judul)


def _dump_text(blok: Paragraf | Daftar, numbering: Numbering) -> Iterator[str]:
    if isinstance(blok, Paragraf):
        yield _marked(blok.isi, numbering)
        return
    for at, butir in enumerate(blok.butir, 1):
        yield f"{at}. {_marked(butir, numbering)}"


def _dump_table(tabel: Tabel, label: str, numbering: Numbering) -> Iterator[str]:
    yield f"{label}. {tabel.judul}" if label else "(tabel)"
    heads = (f"{k.kelompok} › {k.kepala}" if k.kelompok else k.kepala for k in tabel.kolom)
    yield " | ".join(heads).replace("\n", " ")
    if tabel.nomor_kolom:
        yield " | ".join(tabel.nomor_kolom)
    for baris in tabel.baris:
        cells = " | ".join(_cell(sel, numbering) for sel in baris.sel)
        yield cells if baris.jenis.value == "isi" else f"{baris.jenis.value}: {cells}"
    if tabel.catatan:
        yield f"catatan: {_marked(tabel.catatan, numbering)}"


def _dump_figure(gambar: Gambar, label: str, numbering: Numbering) -> Iterator[str]:
    yield f"{label}. {gambar.judul}"
    for grafik in (gambar.grafik, *gambar.panel):
        if gambar.panel:
            yield f"[{grafik.judul}, {grafik.alt}]"
        yield " | ".join(grafik.kepala)
        for baris in grafik.baris:
            values = (baris.nilai, baris.target, baris.maksimal)
            exact = ", ".join("–" if value is None else str(value) for value in values)
            yield f"{' | '.join(baris.sel)} ({exact})"
    if gambar.catatan:
        yield f"catatan: {_marked(gambar.catatan, numbering)}"


def _dump_signature(blok: TandaTangan | TandaTanganBerdua, numbering: Numbering) -> Iterator[str]:
    if isinstance(blok, TandaTanganBerdua):
        for one in (blok.kiri, blok.kanan):
            yield from _dump_signatory(one)
        return
    day = format_date(blok.tanggal) if blok.tanggal else "…"
    yield f"{blok.tempat}, {day}"
    yield f"{blok.awalan} {' / '.join(blok.jabatan)},".strip()
    yield from filter(None, (blok.nama, blok.pangkat, blok.nip))
    if blok.pengesahan:
        yield str(blok.pengesahan)
    yield from blok.elektronik
    yield from (f"tembusan: {office}" for office in blok.tembusan)
    if blok.catatan:
        yield f"catatan: {_marked(blok.catatan, numbering)}"


def _dump_signatory(one: Penandatangan) -> Iterator[str]:
    yield f"{one.peran}: {one.awalan} {' / '.join(one.jabatan) or '…'},".replace("  ", " ")
    yield " | ".join(words or "…" for words in (one.nama, one.pangkat, one.nip))


def _marked(isi: Isi, numbering: Numbering) -> str:
    runs = numbering.resolve(isi)
    return "".join(f"*{r.teks}*" if isinstance(r, Tebal) else r for r in runs)


def _cell(sel: Sel, numbering: Numbering) -> str:
    if sel is None:
        return "–"
    if isinstance(sel, Penanda):
        return {"ke kiri": "<", "ke atas": "^"}.get(sel.value, sel.value)
    if isinstance(sel, int | Fraction | date):
        return str(sel)
    return _marked(sel, numbering).replace("\n", " / ")
