"""What must hold before a year is signed: one list, which `sahkan` refuses by and the window shows.

Whoever signs, and the report's number, place and date, are looked at where they are written:
`official.check_official`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..errors import UserError
from ..formatting import format_int
from ..model.finding import Severity
from ..model.settings import LAMBANG, PENANDA_TANGAN, VERIFIKATOR, Official, Pejabat, officials
from ..model.stored import Telaah
from ..reports.printable import Unprintable, missing
from ..scoring.year_state import YearState
from ..storage.project import Project
from .context import Context
from .review import Texts, review_fault
from .score import empty_fault

TELAAH = "telaah"
SAMPLE_EMBLEM = "contoh"
_TOLD = 3
_CITY = "Kota "
_GOVERNMENT = "Pemerintah "


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must hold before a year is signed, as it stands now.

    Attributes:
        kode: "diukur", "aturan", "temuan", "lengkap", "lambang", "huruf" or "telaah".
        kalimat: How it stands, a few words.
        tingkat: None where it holds; PERIKSA goes onto the report as it is; GALAT forbids.
        galat: The refusal, where it forbids.
        nip: People it is about, by NIP, where it is about some.
    """

    kode: str
    kalimat: str
    tingkat: Severity | None = None
    galat: UserError | None = None
    nip: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a year is from being signed, and what its signing is likely to say.

    Attributes:
        syarat: What must hold, in the order of refusal.
        verifikator: Whose review comes first, where some are registered.
        penanda_tangan: Registered signatories.
        saran: What the last signing or the settings say of the signatory; no number, today's date.
    """

    syarat: tuple[Condition, ...]
    verifikator: tuple[Official, ...]
    penanda_tangan: tuple[Official, ...]
    saran: Pejabat

    @property
    def menunggu_telaah(self) -> bool:
        """Whether a verifikator's review is what comes next."""
        return any(one.kode == TELAAH and one.galat for one in self.syarat)

    @property
    def galat(self) -> UserError | None:
        """The first refusal, None where the year may be signed."""
        return next((one.galat for one in self.syarat if one.galat is not None), None)


def readiness(project: Project, context: Context, state: YearState) -> Readiness:
    """Tell how far a loaded year is from being signed.

    Args:
        project: The project file.
        context: Whose date is proposed.
        state: The year.
    """
    stored = officials(project.settings()).values()
    reviewers = tuple(one for one in stored if one.peran == VERIFIKATOR)
    heads = tuple(one for one in stored if one.peran == PENANDA_TANGAN)
    return Readiness(
        # A review alone is of the records' texts, and reading them is most of the work.
        conditions(project, state, project.records(state.tahun) if reviewers else {}),
        reviewers,
        heads,
        _proposed(state, context, heads[0] if heads else None),
    )


def conditions(project: Project, state: YearState, texts: Texts) -> tuple[Condition, ...]:
    """Return what must hold before a year that is not signed may be.

    Args:
        project: The project file.
        state: The year.
        texts: Its records.
    """
    found = [_measured(state), _edition(state), _findings(state), _complete(state)]
    if state.settings.lambang == SAMPLE_EMBLEM:
        found.append(Condition(LAMBANG, "Kop memakai lambang contoh", Severity.PERIKSA))
    if state.instansi.jumlah:
        found.append(_printable(state))
    reviewed = _reviewed(project, state, texts)
    return (*found, reviewed) if reviewed is not None else tuple(found)


def refuse_unready(state: YearState, found: tuple[Condition, ...]) -> None:
    """Refuse a year that may not be signed.

    Raises:
        UserError: It is signed already, or one of its conditions forbids.
    """
    if state.disahkan:
        raise UserError(
            f"Tahun {state.tahun} sudah disahkan.",
            "Cetak laporannya dengan perintah laporan.",
            "sudah-disahkan",
        )
    for one in found:
        if one.galat is not None:
            raise one.galat


def unprintable_fault(found: tuple[Unprintable, ...]) -> UserError:
    """Return the refusal of texts that the paper's fonts have no letters for; names the first."""
    told = "; ".join(one.kalimat for one in found[:_TOLD])
    more = f"; dan {len(found) - _TOLD} lainnya" if len(found) > _TOLD else ""
    return UserError(
        f"Ada huruf yang tidak dapat dicetak: {told}{more}.",
        "Ganti huruf itu dengan huruf Latin, lalu impor lagi atau ubah pengaturannya.",
        "huruf-tak-tercetak",
    )


def _forbids(kode: str, fault: UserError, kalimat: str, nip: tuple[int, ...] = ()) -> Condition:
    return Condition(kode, kalimat, Severity.GALAT, fault, nip)


def _measured(state: YearState) -> Condition:
    many = state.instansi.jumlah
    if many:
        return Condition("diukur", f"{format_int(many)} pegawai diukur")
    return _forbids("diukur", empty_fault(state), "Belum ada pegawai yang diukur")


def _edition(state: YearState) -> Condition:
    if not state.edition.draf:
        return Condition("aturan", "Aturan berlaku, bukan draf")
    fault = UserError(
        f"Aturan {state.edition.id} masih draf; laporan tidak dapat disahkan.",
        "Pastikan angka-angka aturan itu lebih dahulu.",
        "aturan-draf",
    )
    return _forbids("aturan", fault, "Aturan masih draf")


def _findings(state: YearState) -> Condition:
    many = state.galat_terbuka
    if not many:
        return Condition("temuan", "Tidak ada temuan galat")
    fault = UserError(
        f"Masih ada {many} temuan galat yang terbuka.",
        "Perbaiki berkasnya dan impor lagi, atau sisihkan temuan dengan alasan.",
        "temuan-galat",
    )
    nip = {one.temuan.nip for one in state.galat}
    return _forbids(
        "temuan", fault, f"{format_int(many)} temuan galat terbuka", tuple(sorted(nip - {0}))
    )


def _complete(state: YearState) -> Condition:
    many = state.instansi.belum_lengkap
    if not many:
        return Condition("lengkap", "Data semua pegawai lengkap")
    lacking = state.scores.diukur & ~state.scores.lengkap
    nip = tuple(state.roster.nip[lacking].tolist())
    told = f"{format_int(many)} pegawai belum lengkap"
    return Condition("lengkap", told, Severity.PERIKSA, None, nip)


def _printable(state: YearState) -> Condition:
    found = missing(state)
    if not found:
        return Condition("huruf", "Semua huruf dapat dicetak")
    nip = tuple(sorted({int(one.nip) for one in found if one.nip}))
    told = f"{format_int(len(found))} teks memuat huruf yang tidak dapat dicetak"
    return _forbids("huruf", unprintable_fault(found), told, nip)


def _reviewed(project: Project, state: YearState, texts: Texts) -> Condition | None:
    """Return how the review stands, None where no verifikator is registered."""
    telaah, fault = review_fault(project, state, texts)
    if fault is None:
        return None if telaah is None else Condition(TELAAH, f"Diperiksa {telaah.nama}")
    return Condition(TELAAH, no_review_words(telaah), Severity.GALAT, fault)


def no_review_words(telaah: Telaah | None) -> str:
    """Return why the newest review, if there is one, is none to sign by."""
    if telaah is None:
        return "Belum diperiksa verifikator"
    if telaah.alasan:
        return f"Ditolak {telaah.nama}: {telaah.alasan}"
    return f"Berubah sejak diperiksa {telaah.nama}"


def _proposed(state: YearState, context: Context, known: Official | None) -> Pejabat:
    last = None if state.pengesahan is None else state.pengesahan.pejabat
    tempat = place_of(state) if last is None else last.tempat
    tanggal = _today(context.now)
    if known is not None:
        who = (known.nama, known.jabatan, known.pangkat, known.nip)
    elif last is not None:
        who = (last.nama, last.jabatan, last.pangkat, last.nip)
    else:
        who = ("", "", "", "")
    return Pejabat("", tempat, tanggal, *who)


def _today(now: datetime.datetime) -> str:
    return now.date().isoformat()


def place_of(state: YearState) -> str:
    """Return the city of a city; where a kabupaten's or province's office sits, no name says."""
    name = state.settings.wilayah or state.settings.instansi.removeprefix(_GOVERNMENT)
    return name.removeprefix(_CITY) if name.startswith(_CITY) else ""
