"""`berita-acara`: what was verified of a year, with what outcome, signed by two officials."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..formatting import (
    format_date,
    format_exact,
    format_fingerprint,
    format_int,
    format_number,
    format_percent,
    percent_of,
)
from ..model.finding import Severity
from ..model.settings import Official
from ..scoring.year_state import YearState
from . import lengkap_text
from .document import (
    Baris,
    Blok,
    Document,
    Jenis,
    Judul,
    Kolom,
    Paragraf,
    Penandatangan,
    Rujukan,
    Tabel,
    TandaTanganBerdua,
)
from .frame import AWALAN, frame, kop, title_lines
from .result_tables import mean_class
from .seal import Seal

_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_OPEN = "." * 20
"""Left to fill in by hand."""
_PRINT = 16
_CLOSING = "Demikian berita acara ini dibuat dengan sebenarnya."
Row = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Verifikasi:
    """What the year alone does not say of its verification.

    Attributes:
        tanggal: When it was reviewed; None where it was not.
        tempat: Where; empty where that is not known.
        telaah: How the review stands, in words.
        jurnal: How many entries the journal has.
        utuh: Whether its chain holds.
        pemeriksa: Who examined; None leaves room for a name.
        pengesah: Who confirms; None leaves room for a name.
    """

    tanggal: datetime.date | None
    tempat: str
    telaah: str
    jurnal: int
    utuh: bool
    pemeriksa: Official | None
    pengesah: Official | None


def title(state: YearState) -> str:
    """Return the title in one line."""
    return (
        "Berita Acara Verifikasi Pengukuran Indeks Profesionalitas ASN "
        f"{state.settings.instansi} Tahun {state.tahun}"
    )


def build(
    state: YearState, verifikasi: Verifikasi, seal: Seal | None, now: datetime.datetime
) -> Document:
    """Build the minutes.

    Args:
        state: The year; somebody must be measured.
        verifikasi: What is known of its verification.
        seal: The marks of the year's signing; None makes a draft.
        now: When a draft is printed.
    """
    blocks: list[Blok] = [
        kop(state.settings),
        Judul(
            (
                "BERITA ACARA VERIFIKASI",
                "PENGUKURAN INDEKS PROFESIONALITAS APARATUR SIPIL NEGARA",
                f"DI LINGKUNGAN {state.settings.instansi.upper()}",
                f"TAHUN {state.tahun}",
            ),
            _OPEN,
        ),
        Paragraf(_opening(state, verifikasi)),
        _table(state, verifikasi, seal),
        Paragraf(_CLOSING),
        TandaTanganBerdua(
            _signatory("Diperiksa oleh", verifikasi.pemeriksa),
            _signatory("Disahkan oleh", verifikasi.pengesah),
        ),
    ]
    short = f"Berita Acara Verifikasi IPASN {lengkap_text.place(state)} Tahun {state.tahun}"
    return frame(state, blocks, seal, now, short)


def _opening(state: YearState, verifikasi: Verifikasi) -> tuple[str | Rujukan, ...]:
    day = verifikasi.tanggal
    hari = _OPEN if day is None else _HARI[day.weekday()]
    tanggal = _OPEN if day is None else format_date(day)
    opening = (
        f"Pada hari {hari}, tanggal {tanggal}, bertempat di {verifikasi.tempat or _OPEN}, telah "
        "dilakukan verifikasi atas data dan hasil pengukuran Indeks Profesionalitas Aparatur Sipil "
        f"Negara di lingkungan {state.settings.instansi} tahun ukur {state.tahun}, dengan hasil "
        "sebagaimana tercantum dalam "
    )
    return (opening, Rujukan("verifikasi"), ".")


def _table(state: YearState, verifikasi: Verifikasi, seal: Seal | None) -> Tabel:
    rows: list[Row] = [
        _people(state),
        _index(state),
        _complete(state),
        *_findings(state),
        _sources(state),
        (
            "Jurnal perubahan",
            f"{format_int(verifikasi.jurnal)} entri",
            "Rantai jurnal utuh" if verifikasi.utuh else "Rantai jurnal tidak utuh",
        ),
        ("Telaah verifikator", verifikasi.telaah, None),
    ]
    if seal is not None:
        sidik = format_fingerprint(seal.sidik, "-", _PRINT)
        what = f"Nomor {seal.pejabat.nomor}, Revisi {seal.revisi}"
        rows.append(("Laporan yang disahkan", what, f"Sidik jari isi {sidik}"))
    return Tabel(
        kolom=(
            Kolom("No.", 10, Jenis.NOMOR),
            Kolom("Pokok Verifikasi", 45),
            Kolom("Hasil", 52, susut=2),
            Kolom("Catatan", 58, susut=3),
        ),
        baris=tuple(Baris((at, *row)) for at, row in enumerate(rows, 1)),
        judul=f"Hasil verifikasi tahun ukur {state.tahun}",
        kunci="verifikasi",
        nomor_kolom=("1", "2", "3", "4"),
    )


def _people(state: YearState) -> Row:
    out = state.tidak_diukur
    note = f"{format_int(out)} pegawai dalam daftar tidak diukur" if out else None
    return ("Pegawai yang diukur", f"{format_int(state.instansi.jumlah)} pegawai", note)


def _index(state: YearState) -> Row:
    value, target = state.instansi.indeks, state.target_indeks
    assert value is not None  # an empty year has no minutes
    note = None if target is None else f"Target {format_exact(target)}"
    words = f"{format_number(value, 2)}, kategori {mean_class(state, state.instansi)}"
    return ("Indeks Profesionalitas ASN", words, note)


def _complete(state: YearState) -> Row:
    many = state.instansi.belum_lengkap
    if not many:
        return ("Kelengkapan data", "Data semua pegawai lengkap", None)
    share = format_percent(percent_of(many, state.instansi.jumlah))
    return (
        "Kelengkapan data",
        f"{format_int(many)} pegawai belum lengkap ({share})",
        "Data yang belum ada tidak diberi nilai",
    )


def _findings(state: YearState) -> list[Row]:
    """Return how many findings are open and set aside, by what they ask for."""
    found = [
        *((one.temuan.tingkat, one.keadaan) for one in state.temuan),
        *(
            (
                one.tingkat,
                "diabaikan" if state.diabaikan and one.id in state.diabaikan else "terbuka",
            )
            for one in state.turunan
        ),
    ]
    rows: list[Row] = []
    for name, level in (
        ("Temuan galat", Severity.GALAT),
        ("Temuan yang perlu diperiksa", Severity.PERIKSA),
    ):
        still = sum(one == (level, "terbuka") for one in found)
        aside = sum(one == (level, "diabaikan") for one in found)
        words = f"{format_int(still)} terbuka" if still else "Tidak ada yang terbuka"
        note = f"{format_int(aside)} dikesampingkan dengan alasan" if aside else None
        rows.append((name, words, note))
    return rows


def _sources(state: YearState) -> Row:
    sheets = [sheet for one in state.sumber for sheet in one.lembar]
    if not sheets:
        return ("Berkas sumber", "Tidak ada berkas yang diimpor", None)
    taken, refused = (sum(getattr(s, name) for s in sheets) for name in ("diterima", "ditolak"))
    return (
        "Berkas sumber",
        f"{format_int(len(state.sumber))} berkas, {format_int(len(sheets))} lembar",
        f"{format_int(taken)} baris diterima, {format_int(refused)} baris ditolak",
    )


def _signatory(peran: str, who: Official | None) -> Penandatangan:
    if who is None:
        return Penandatangan(peran)
    awalan = next((a for a in AWALAN if who.jabatan.startswith(a + " ")), "")
    jabatan = title_lines(who.jabatan.removeprefix(awalan), awalan)
    return Penandatangan(peran, jabatan, who.nama, awalan, who.pangkat, who.nip)
