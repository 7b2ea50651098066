"""What the berita acara tells beside the year: review, journal, and who signs."""

from __future__ import annotations

import datetime

from ..formatting import format_date
from ..model.settings import PENANDA_TANGAN, VERIFIKATOR, Official, officials
from ..reports.berita_acara import Verifikasi
from ..scoring.year_state import YearState
from ..storage.periksa import check_chain
from ..storage.project import Project
from .readiness import no_review_words, place_of
from .review import review_fault


def verification(project: Project, state: YearState) -> Verifikasi:
    """Return what is known of a year's verification; of a signed year as it was signed.

    Args:
        project: The project file.
        state: The year.
    """
    reviewer, telaah, day = _review(project, state)
    signing = state.pengesahan if state.disahkan else None
    pengesah = _registered(project, PENANDA_TANGAN)
    tempat = place_of(state)
    if signing is not None:
        one = signing.pejabat
        pengesah = Official(PENANDA_TANGAN, one.nama, one.nip, one.pangkat, one.jabatan)
        tempat = one.tempat
    return Verifikasi(
        tanggal=day,
        tempat=tempat,
        telaah=telaah,
        jurnal=len(project.journal()),
        utuh=not check_chain(project),
        pemeriksa=reviewer,
        pengesah=pengesah,
    )


def _registered(project: Project, peran: str, nip: str = "") -> Official | None:
    """Return the first official of a role, or the one of an NIP."""
    known = officials(project.settings()).values()
    return next((o for o in known if o.peran == peran and nip in ("", o.nip)), None)


def _review(
    project: Project, state: YearState
) -> tuple[Official | None, str, datetime.date | None]:
    """Return who reviewed, how that stands in words, and the day of a review that stands."""
    if state.disahkan and state.pengesahan is not None:
        # The signing says on which review it rests.
        rests = project.entry_of(state.pengesahan.jurnal).isi.get("telaah")
        telaah = project.telaah(state.tahun)
        if not isinstance(rests, dict) or telaah is None or telaah.nip != rests["nip"]:
            registered = _registered(project, VERIFIKATOR)
            return registered, "Disahkan dalam satu langkah, tanpa verifikator", None
        fault = None
    else:
        needed = _registered(project, VERIFIKATOR) is not None
        texts = project.records(state.tahun) if needed else {}
        telaah, fault = review_fault(project, state, texts)
        if telaah is None or fault is not None:
            told = no_review_words(telaah) if fault else "Tidak ada verifikator terdaftar"
            return _registered(project, VERIFIKATOR), told, None
    day = datetime.datetime.fromisoformat(telaah.waktu).date()
    who = _registered(project, VERIFIKATOR, telaah.nip) or Official(
        VERIFIKATOR, telaah.nama, telaah.nip, "", ""
    )
    return who, f"Diperiksa {telaah.nama}, {format_date(day)}", day
