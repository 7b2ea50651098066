"""`lengkap`: the full report of a year, as a `Document`.

Every sentence with a figure is computed from the values that its tables hold; a sentence that
points to a part which is not there is left out.
"""

from __future__ import annotations

import datetime
import re

from .. import __version__
from ..formatting import format_date, format_fingerprint, format_time, plain_number
from ..model.settings import ZONA, Settings, emblem_picture
from ..scoring.year_state import YearState
from . import groups, lengkap_text, method_tables, nominatif, result_tables
from .document import (
    Arah,
    Bagian,
    Blok,
    Daftar,
    Document,
    HalamanBaru,
    Judul,
    Kaki,
    Kertas,
    Kop,
    LambangContoh,
    Lampiran,
    Paragraf,
    Pengesahan,
    Tanda,
    TandaTangan,
)
from .meta import Meta
from .numbering import join_sentences, present
from .seal import Seal

AWALAN = ("a.n.", "Plt.", "Plh.", "Pj.")
"""What hangs left of the official's jabatan."""

_FOOT_DIGITS = 16
_SIGNS_FOR = re.compile(
    r"(?<=\S)(?<!Plt\.)(?<!Plh\.)(?<!Pj\.) "
    r"(?=(?:Plt\.|Plh\.|Pj\.|u\.b\.|Sekretaris|Wakil|Asisten|Kepala|Inspektur|Direktur) )"
)


def build(state: YearState, seal: Seal | None, now: datetime.datetime) -> Document:
    """Build the full report.

    Args:
        state: The year; somebody must be measured.
        seal: The marks of its signing; None makes a draft.
        now: When a draft is printed; a signed report does not say.
    """
    opd = groups.by_opd(state)
    blocks: list[Blok] = [
        *_head(state, seal),
        *_introduction(state, opd),
        *_method(state),
        *_results(state),
        *_recap(state, opd),
    ]
    if seal is not None:
        blocks.append(Paragraf(lengkap_text.CLOSING))
        blocks.append(_signature(state, seal))
    blocks += _annex(state, opd, seal)
    blocks = _with_structure(state, blocks)
    tanda = None if seal is not None else Tanda.DRAF
    if state.edition.draf:
        tanda = Tanda.ATURAN_DRAF
    kertas = Kertas.A4 if state.settings.kertas == "a4" else Kertas.F4
    return Document(tuple(blocks), Kaki(_foot(state, seal, now)), tanda, kertas)


def describe(state: YearState, seal: Seal | None, now: datetime.datetime) -> Meta:
    """Return what the file says about itself.

    Args:
        state: The year.
        seal: The marks of its signing; None for a draft.
        now: When a draft is printed.
    """
    about = f"tahun ukur {state.tahun}"
    subjek = f"DRAF, belum disahkan, {about}"
    if seal is not None:
        subjek = f"Nomor {seal.pejabat.nomor}, Revisi {seal.revisi}, {about}"
    sidik = "" if seal is None else seal.sidik
    return Meta(
        judul=lengkap_text.title(state),
        instansi=state.settings.perangkat_daerah or state.settings.instansi,
        subjek=subjek,
        kata_kunci=tuple(filter(None, (sidik, state.edition.id))),
        pembuat=f"IPASN {__version__}",
        dibuat=now if seal is None else seal.waktu,
        sidik_jari=sidik,
    )


def kop(settings: Settings) -> Kop:
    """Return the letterhead that settings ask for."""
    lambang = LambangContoh() if settings.lambang == "contoh" else emblem_picture(settings.lambang)
    upper = settings.instansi.upper()
    own = settings.perangkat_daerah.upper()
    pemerintah = settings.pemerintah or (upper if own else "")
    return Kop(pemerintah, own or upper, settings.alamat, lambang)


def _head(state: YearState, seal: Seal | None) -> list[Blok]:
    upper = state.settings.instansi.upper()
    return [
        kop(state.settings),
        Judul(
            (
                "LAPORAN HASIL PENGUKURAN",
                "INDEKS PROFESIONALITAS APARATUR SIPIL NEGARA",
                f"DI LINGKUNGAN {upper}",
                f"TAHUN {state.tahun}",
            ),
            "" if seal is None else seal.pejabat.nomor,
            0 if seal is None else seal.revisi,
            "" if seal is None else seal.menggantikan,
        ),
    ]


def _introduction(state: YearState, opd: groups.OpdGroups) -> list[Blok]:
    return [
        Bagian("Pendahuluan", kunci="pendahuluan"),
        Bagian("Dasar Hukum", 2),
        Daftar(lengkap_text.legal_basis(state)),
        Bagian("Maksud dan Tujuan", 2),
        Paragraf(lengkap_text.purpose(state)),
        Bagian("Ruang Lingkup", 2),
        Paragraf(lengkap_text.scope(state, opd.jumlah_opd, opd.tanpa)),
        Bagian("Sistematika", 2, kunci="sistematika"),
    ]


def _method(state: YearState) -> list[Blok]:
    return [
        Bagian("Metode Pengukuran", kunci="metode"),
        Paragraf(lengkap_text.method(state.edition)),
        method_tables.instruments(state.edition),
        method_tables.classes(state.edition),
        Bagian("Pembulatan", 2),
        Paragraf(lengkap_text.rounding(state)),
        Bagian("Sumber Data", 2, kunci="sumber"),
    ]


def _results(state: YearState) -> list[Blok]:
    kinds = groups.by_kind_of_post(state)
    caption = "Nilai rata-rata dan indeks menurut jenis jabatan"
    return [
        Bagian("Hasil Pengukuran", kunci="hasil_pengukuran"),
        Paragraf(lengkap_text.result(state)),
        result_tables.result(state),
        *lengkap_text.reading_of_result(state),
        Paragraf(lengkap_text.groups_lead()),
        result_tables.by_group(state, kinds, "Jenis Jabatan", caption),
        result_tables.by_class(state),
    ]


def _recap(state: YearState, opd: groups.OpdGroups) -> list[Blok]:
    return [
        Bagian("Rekapitulasi Perangkat Daerah", kunci="rekapitulasi"),
        Paragraf(lengkap_text.recap_lead(opd.tanpa)),
        result_tables.by_opd(state, opd),
    ]


def _signature(state: YearState, seal: Seal) -> TandaTangan:
    official = seal.pejabat
    awalan = next((a for a in AWALAN if official.jabatan.startswith(a + " ")), "")
    indeks = state.instansi.indeks
    assert indeks is not None  # an empty year is never signed
    return TandaTangan(
        tempat=official.tempat,
        tanggal=datetime.date.fromisoformat(official.tanggal),
        jabatan=title_lines(official.jabatan.removeprefix(awalan), awalan),
        nama=official.nama,
        awalan=awalan,
        pangkat=official.pangkat,
        nip=official.nip,
        pengesahan=Pengesahan(
            nomor=official.nomor,
            revisi=seal.revisi,
            tahun=state.tahun,
            indeks=plain_number(indeks, 2),
            jumlah=state.instansi.jumlah,
            sidik_jari=seal.sidik,
        ),
        tembusan=state.settings.tembusan,
        catatan=lengkap_text.QR_NOTE,
    )


def title_lines(jabatan: str, awalan: str) -> tuple[str, ...]:
    """Return the lines of an official's title in capitals, `u.b.` and `Plt.` as they are written.

    A semicolon ends a line. After `a.n.` whoever signs stands on a line of his own, below whom
    he signs for, also where no semicolon was typed.
    """
    text = " ".join(jabatan.split())
    if awalan == "a.n." and ";" not in text:
        text = _SIGNS_FOR.sub(";", text)
    lines = [line.strip() for line in text.split(";")]
    return tuple(" ".join(map(_capitals, line.split())) for line in lines if line)


def _capitals(word: str) -> str:
    return word if word in AWALAN or word == "u.b." else word.upper()


def _annex(state: YearState, opd: groups.OpdGroups, seal: Seal | None) -> list[Blok]:
    return [
        HalamanBaru(Arah.MENDATAR),
        Lampiran(
            tentang=lengkap_text.title(state).upper(),
            judul=(
                "DAFTAR NOMINATIF PENGUKURAN INDEKS PROFESIONALITAS ASN",
                f"{state.settings.instansi.upper()} TAHUN {state.tahun}",
            ),
            nomor="" if seal is None else seal.pejabat.nomor,
            tanggal=None if seal is None else datetime.date.fromisoformat(seal.pejabat.tanggal),
            kunci="nominatif",
        ),
        nominatif.nominative(state, opd),
    ]


def _with_structure(state: YearState, blocks: list[Blok]) -> list[Blok]:
    """Add what can be said only when every part is known: the order of parts, the annexes."""
    keys = present(blocks)
    result: list[Blok] = []
    for block in blocks:
        result.append(block)
        if isinstance(block, Bagian) and block.kunci == "sistematika":
            result.append(Paragraf(lengkap_text.structure(blocks)))
        elif isinstance(block, Bagian) and block.kunci == "sumber":
            result.append(Paragraf(join_sentences(lengkap_text.sources(state), keys)))
    return result


def _foot(
    state: YearState, seal: Seal | None, now: datetime.datetime
) -> tuple[tuple[str, ...], ...]:
    short = f"Laporan Hasil Pengukuran IPASN {lengkap_text.place(state)} Tahun {state.tahun}"
    if seal is not None:
        official = seal.pejabat
        print_ = format_fingerprint(seal.sidik, "-", _FOOT_DIGITS)
        first = (short, f"Nomor {official.nomor}", f"Revisi {seal.revisi}")
        return (first, (f"Sidik jari isi {print_}",))
    zona = state.settings.zona_waktu
    local = now.astimezone(datetime.timezone(datetime.timedelta(hours=ZONA[zona])))
    printed = f"dicetak {format_date(local.date())} pukul {format_time(local, zona)}"
    return ((short,), ("DRAF, belum disahkan", printed))
