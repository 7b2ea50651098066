"""The nominative annex, beside a bare canvas that draws as many pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from itertools import groupby

import pypdfium2

from ipasn_core.formatting import NBSP, format_int, format_nip
from ipasn_core.reports.document import (
    KE_KIRI,
    Baris,
    Document,
    Jenis,
    JenisBaris,
    Kaki,
    Kolom,
    Lampiran,
    Rata,
    Tabel,
    Ukuran,
)
from ipasn_core.reports.meta import Meta
from ipasn_core.reports.pdf.render import render

from . import bare_annex
from .people import Person, people
from .timing import Goal, in_child, number, own_peak, ratio_line, side_by_side

TIME_GOAL = Goal(1.5)
MEMORY_GOAL = Goal(400, "MiB", ketat=True)
META = Meta(
    judul="Lampiran",
    instansi="Pemerintah Kota Contoh",
    subjek="pengukuran kecepatan",
    kata_kunci=(),
    pembuat="IPASN",
    dibuat=datetime(2022, 1, 31, 10, 0, tzinfo=UTC),
)
DATA, NILAI = "Data yang Diukur", "Nilai"
KOLOM = (
    Kolom("No.", 9, Jenis.NOMOR),
    Kolom("Nama\nNIP, Golongan", 62),
    Kolom("Jabatan", 58),
    Kolom("Pendidikan", 20, kelompok=DATA, rata=Rata.TENGAH),
    Kolom("Diklat Pim./\nFungsional", 16, kelompok=DATA, rata=Rata.TENGAH),
    Kolom("Diklat\nTeknis\n(JP)", 14, Jenis.BULAT, DATA),
    Kolom("Seminar\ndan\nsejenisnya", 16, kelompok=DATA, rata=Rata.TENGAH),
    Kolom("Nilai\nKinerja", 14, Jenis.POIN, DATA, 2),
    Kolom("Kualifikasi", 17, Jenis.POIN, NILAI, 2),
    Kolom("Kompetensi", 18, Jenis.POIN, NILAI, 2),
    Kolom("Kinerja", 14, Jenis.POIN, NILAI, 2),
    Kolom("Disiplin", 14, Jenis.POIN, NILAI, 2),
    Kolom("IPASN", 14, Jenis.POIN, NILAI, 2, tebal=True),
    Kolom("Kategori", 14, rata=Rata.TENGAH),
)
POIN_PENDIDIKAN = {"SLTA": 5_000, "D-III": 10_000, "S-1": 15_000, "S-2": 20_000, "S-3": 25_000}


def bench(cepat: bool) -> Iterator[str]:
    """Measure the annex of 5,000 and 80,000 rows, and yield a line a result.

    Args:
        cepat: Few rows, one run: to see that it works.

    Raises:
        AssertionError: The two do not show the same people.
    """
    for count, runs, warm in ((40, 1, 1), (80, 1, 0)) if cepat else ((5_000, 5, 1), (80_000, 3, 0)):
        yield _beside_bare(count, runs, warm)
        yield _memory(count)


def _beside_bare(count: int, runs: int, warm: int) -> str:
    rows = tuple(Nominatif(count))
    document = annex(rows)
    pages = render(document, BytesIO(), META)

    def ours() -> BytesIO:
        target = BytesIO()
        render(document, target, META)
        return target

    def bare() -> BytesIO:
        target = BytesIO()
        bare_annex.draw(rows, KOLOM, pages, target)
        return target

    _compare(bare(), ours(), pages, count)
    took, floor = side_by_side([ours, bare], runs, warm)
    what = f"lampiran · {format_int(count)} pegawai, {format_int(pages)} halaman"
    return ratio_line(what, took, floor, "lantai kanvas ReportLab", TIME_GOAL)


def _compare(bare: BytesIO, ours: BytesIO, pages: int, count: int) -> None:
    """Compare who stands on the pages of both; of many pages the first and the last ones."""
    found = []
    for data in (bare, ours):
        document = pypdfium2.PdfDocument(data)
        if len(document) != pages:
            raise AssertionError(f"{len(document)} pages instead of {pages}")
        looked = {*range(min(pages, 20)), *range(max(pages - 20, 0), pages)}
        text = "".join(document[at].get_textpage().get_text_bounded() for at in sorted(looked))
        found.append("".join(text.replace(NBSP, " ").split()))
        document.close()
    wanted = [person.nip for person in people(count)]
    # Pages are not equally full: compare the people that surely stand on the pages looked at.
    sure = wanted if pages <= 20 else wanted[:100] + wanted[-100:]
    for text in found:
        missing = [nip for nip in sure if nip not in text]
        if missing:
            raise AssertionError(f"{missing[0]} is not on paper")


def _memory(count: int) -> str:
    told = in_child("lampiran", str(count))
    what = f"lampiran · {format_int(count)} pegawai, memori puncak proses sendiri"
    if told == "-":
        return f"{what}: tidak diketahui di sistem ini"
    peak = float(told)
    return f"{what}: {number(round(peak))} MiB; {MEMORY_GOAL.verdict(peak)}"


def annex(rows: tuple[Baris, ...] | Nominatif) -> Document:
    """Return an annex with these rows, and nothing else."""
    head = Lampiran(
        tentang="LAPORAN HASIL PENGUKURAN INDEKS PROFESIONALITAS ASN TAHUN 2021",
        judul=("DAFTAR NOMINATIF NILAI INDEKS PROFESIONALITAS APARATUR SIPIL NEGARA",),
        nomor="800/142/BKPSDM/2022",
        tanggal=date(2022, 1, 31),
    )
    numbers = tuple(str(n) for n in range(1, len(KOLOM) + 1))
    table = Tabel(KOLOM, rows, nomor_kolom=numbers, ukuran=Ukuran.NOMINATIF)
    return Document((head, table), Kaki((("Laporan Hasil Pengukuran IPASN", "Revisi 0"),)))


@dataclass(frozen=True, slots=True)
class Nominatif:
    """Rows of the annex, made anew whenever they are read."""

    jumlah: int

    def __iter__(self) -> Iterator[Baris]:
        for opd, group in groupby(people(self.jumlah), key=lambda person: person.opd):
            own = list(group)
            size = f"{format_int(len(own))} pegawai"
            yield _across(f"{opd}, {size}", JenisBaris.KELOMPOK, opd)
            rows = [_row(n, person) for n, person in enumerate(own, 1)]
            yield from rows
            yield _mean(f"Rata-rata {opd} ({size})", rows)


def _across(text: str, jenis: JenisBaris, nama: str) -> Baris:
    return Baris((text, *[KE_KIRI] * (len(KOLOM) - 1)), jenis, nama)


def _row(nomor: int, person: Person) -> Baris:
    pim = person.kepemimpinan if person.jenis_jabatan == "Struktural" else person.fungsional
    nilai = (
        POIN_PENDIDIKAN[person.pendidikan],
        15_000 * (pim == "Sudah")
        + 15_000 * (person.jp >= 20)
        + 10_000 * (person.seminar == "Sudah"),
        25_000 if person.nilai >= 76 else 15_000,
        5_000 if person.hukuman == "Tidak Ada" else 3_000,
    )
    return Baris(
        (
            nomor,
            f"{person.nama}\n{format_nip(person.nip)}, {person.golongan}",
            person.jabatan,
            person.pendidikan,
            None if person.jenis_jabatan == "Pelaksana" else pim,
            person.jp,
            person.seminar,
            round(person.nilai * 1000),
            *nilai,
            sum(nilai),
            "Sangat Rendah" if sum(nilai) <= 60_000 else "Sedang",
        )
    )


def _mean(text: str, rows: list[Baris]) -> Baris:
    def mean(at: int) -> Fraction:
        return Fraction(
            sum(v for row in rows if isinstance(v := row.sel[at], int)), 1000 * len(rows)
        )

    means = [mean(at) for at in range(8, 13)]
    return Baris((text, *[KE_KIRI] * 7, *means, "Sedang"), JenisBaris.SUBTOTAL)


def main(count: int) -> None:
    """Render an annex in this process alone and print its peak memory in MiB, `-` if unknown."""
    render(annex(Nominatif(count)), BytesIO(), META)
    peak = own_peak()
    print("-" if peak is None else f"{peak:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
