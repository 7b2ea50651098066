"""Tables of the method, generated from the edition: instruments and kategori."""

from __future__ import annotations

from fractions import Fraction

from ..formatting import format_number, format_points
from ..rules.edition import (
    KOLOM_JABATAN,
    PER_NILAI,
    TIDAK_BERLAKU,
    Edition,
    Instrumen,
    Jam,
    Langkah,
    Rentang,
)
from .document import (
    KE_ATAS,
    KE_KIRI,
    Baris,
    Jenis,
    JenisBaris,
    Kolom,
    Rata,
    Sel,
    Tabel,
    Tebal,
    Ukuran,
)

_GROUP = "Nilai menurut Jenis Jabatan"


def instruments(edition: Edition) -> Tabel:
    """Return the table of instruments: measure, and points by kind of post."""
    rows: list[Baris] = []
    for dimensi in edition.dimensi:
        most = format_points(dimensi.maksimal)
        head: Sel = (Tebal(dimensi.nama), f" (Pasal {dimensi.pasal}, paling tinggi {most})")
        rows.append(Baris((head, *(KE_KIRI,) * 4), JenisBaris.KELOMPOK))
        for instrumen in dimensi.instrumen:
            rows += _instrument_rows(instrumen)
    return Tabel(
        kolom=(
            Kolom("Instrumen", 48),
            Kolom("Ukuran", 60),
            *(
                Kolom(nama, 19, Jenis.POIN, _GROUP, rata=Rata.TENGAH)
                for nama in ("Struktural", "Fungsional", "Pelaksana")
            ),
        ),
        baris=tuple(rows),
        judul=f"Instrumen pengukuran dan nilainya menurut {edition.nama}",
        kunci="instrumen",
        nomor_kolom=("1", "2", "3", "4", "5"),
        catatan=_reading_note(edition),
        ukuran=Ukuran.SEDANG,
    )


def _instrument_rows(instrumen: Instrumen) -> list[Baris]:
    rows = []
    for at, step in enumerate(instrumen.langkah):
        name: Sel = KE_ATAS if at else instrumen.nama
        rows.append(Baris((name, step.ukuran, *_points(step))))
    return rows


def _points(step: Langkah) -> tuple[Sel, Sel, Sel]:
    if step.seragam is not None:
        return step.seragam, KE_KIRI, KE_KIRI
    first, second, third = (
        None if step.poin[kolom] == TIDAK_BERLAKU else step.poin[kolom] for kolom in KOLOM_JABATAN
    )
    return first, second, third


def _reading_note(edition: Edition) -> str:
    sentences = [
        _edge_sentence(instrumen, edition.batas)
        for _, instrumen in edition.instrumen
        if isinstance(instrumen, Rentang)
    ]
    if any(isinstance(instrumen, Jam) for _, instrumen in edition.instrumen):
        sentences.append("Jam pelajaran (JP) beberapa diklat teknis dijumlahkan.")
    sentences.append("Satu angka pada tiga kolom berarti sama untuk semua jenis jabatan.")
    return " ".join(sentences)


def _edge_sentence(instrumen: Rentang, batas: str) -> str:
    """Show how a value between two bands is read, by the highest band of the first scale."""
    first = next(iter(instrumen.ambang.values()))
    hundredth = Fraction(1, 100)
    bound = Fraction(first[0], PER_NILAI)
    if batas == "bawah":
        value, step = bound - hundredth, instrumen.langkah[1]
    else:
        value, step = Fraction(-(-bound // 1)) - 1 + hundredth, instrumen.langkah[0]
    shown = step.ukuran.partition(" (")[0]
    return (
        f"Nilai kinerja dibaca menurut batas {batas}: {format_number(value, 2)} termasuk "
        f"golongan {shown}."
    )


def classes(edition: Edition) -> Tabel:
    """Return the table of kategori, from the highest down."""
    names = [k.nama for k in edition.kategori]
    width = (165 - 27) / len(names)
    return Tabel(
        kolom=(
            Kolom("Kategori", 27),
            *(Kolom(nama, width, rata=Rata.TENGAH, susut=1) for nama in names),
        ),
        baris=(Baris(("Nilai indeks", *(k.rentang for k in edition.kategori))),),
        judul="Kategori tingkat profesionalitas",
        kunci="kategori",
        ukuran=Ukuran.BIASA,
    )
