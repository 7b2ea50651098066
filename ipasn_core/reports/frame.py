"""What stands around every report: letterhead, foot, mark, signature, and the words of the file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from .. import __version__
from ..formatting import format_date, format_fingerprint, format_time, plain_number
from ..model.elektronik import RANTAI_WORDS
from ..model.settings import ZONA, Settings, emblem_picture
from ..scoring.year_state import YearState
from . import lengkap_text
from .document import (
    Blok,
    Document,
    Huruf,
    Kaki,
    Kertas,
    Kop,
    LambangContoh,
    Pengesahan,
    Tanda,
    TandaTangan,
)
from .meta import Meta
from .seal import Seal

AWALAN = ("a.n.", "Plt.", "Plh.", "Pj.")
"""What hangs left of the official's jabatan."""

_FOOT_DIGITS = 16
_SIGNS_FOR = re.compile(
    r"(?<=\S)(?<!Plt\.)(?<!Plh\.)(?<!Pj\.) "
    r"(?=(?:Plt\.|Plh\.|Pj\.|u\.b\.|Sekretaris|Wakil|Asisten|Kepala|Inspektur|Direktur) )"
)


def frame(
    state: YearState,
    blocks: Sequence[Blok],
    seal: Seal | None,
    now: datetime.datetime,
    short: str,
) -> Document:
    """Return blocks as a document with foot, mark and paper.

    Args:
        state: The year.
        blocks: In reading order.
        seal: The marks of its signing; None makes a draft.
        now: When a draft is printed; a signed report does not say.
        short: The title as every foot says it.
    """
    tanda = None if seal is not None else Tanda.DRAF
    if state.edition.draf:
        tanda = Tanda.ATURAN_DRAF
    kertas = Kertas.A4 if state.settings.kertas == "a4" else Kertas.F4
    kaki = Kaki(_foot(state, seal, now, short), state.settings.nomor_halaman == "atas")
    return Document(tuple(blocks), kaki, tanda, kertas, Huruf(state.settings.huruf))


def describe(state: YearState, seal: Seal | None, now: datetime.datetime, judul: str) -> Meta:
    """Return what the file says about itself.

    Args:
        state: The year.
        seal: The marks of its signing; None for a draft.
        now: When a draft is printed.
        judul: The title, as on paper.
    """
    about = f"tahun ukur {state.tahun}"
    subjek = f"DRAF, belum disahkan, {about}"
    if seal is not None:
        subjek = f"Nomor {seal.pejabat.nomor}, Revisi {seal.revisi}, {about}"
    sidik = "" if seal is None else seal.sidik
    return Meta(
        judul=judul,
        instansi=state.settings.perangkat_daerah or state.settings.instansi,
        subjek=subjek,
        kata_kunci=tuple(filter(None, (sidik, state.edition.id))),
        pembuat=f"IPASN {__version__}",
        dibuat=now if seal is None else seal.waktu,
        sidik_jari=sidik,
    )


def kop(settings: Settings, skala: float = 1.0) -> Kop:
    """Return the letterhead that settings ask for, at a size against that of a report."""
    lambang = LambangContoh() if settings.lambang == "contoh" else emblem_picture(settings.lambang)
    upper = settings.instansi.upper()
    own = settings.perangkat_daerah.upper()
    pemerintah = settings.pemerintah or (upper if own else "")
    return Kop(pemerintah, own or upper, settings.alamat, lambang, skala)


def signature(state: YearState, seal: Seal) -> TandaTangan:
    """Return the signature block of a signed report."""
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
        elektronik=_electronic(state, seal),
        tengah=state.settings.tanda_tangan == "tengah",
        tembusan=state.settings.tembusan,
        catatan=lengkap_text.QR_NOTE
        if seal.sertifikat is None
        else lengkap_text.electronic_note(seal.sertifikat),
    )


def _electronic(state: YearState, seal: Seal) -> tuple[str, ...]:
    """Return the lines of the electronic mark: only what the program knows."""
    if seal.sertifikat is None:
        return ()
    zona = state.settings.zona_waktu
    local = seal.waktu.astimezone(datetime.timezone(datetime.timedelta(hours=ZONA[zona])))
    return (
        "Ditandatangani secara elektronik",
        f"oleh {seal.sertifikat.subjek}",
        f"pada {format_date(local.date())}, {local:%H.%M.%S} {zona}",
        "Alasan: pengesahan laporan",
        f"Penerbit: {seal.sertifikat.penerbit}",
        RANTAI_WORDS[seal.sertifikat.rantai],
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


def _foot(
    state: YearState, seal: Seal | None, now: datetime.datetime, short: str
) -> tuple[tuple[str, ...], ...]:
    if seal is not None:
        official = seal.pejabat
        print_ = format_fingerprint(seal.sidik, "-", _FOOT_DIGITS)
        first = (short, f"Nomor {official.nomor}", f"Revisi {seal.revisi}")
        return (first, (f"Sidik jari isi {print_}",))
    zona = state.settings.zona_waktu
    local = now.astimezone(datetime.timezone(datetime.timedelta(hours=ZONA[zona])))
    printed = f"dicetak {format_date(local.date())} pukul {format_time(local, zona)}"
    return ((short,), ("DRAF, belum disahkan", printed))
