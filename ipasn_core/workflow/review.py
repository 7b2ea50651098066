"""`telaah`: a verifikator's review; where a year stands between draft and signature.

What was reviewed, and what was signed, is known by digests of what counts: the year goes back to a
draft by itself as soon as they differ, and a signed year says that its data have changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..errors import UsageError, UserError
from ..model import nip as nip_rules
from ..model.roster import Bool, Roster
from ..model.scores import Scores, Verdict
from ..model.settings import VERIFIKATOR, Official, Pejabat, officials
from ..model.stored import StoredRecord, Telaah
from ..model.vocab import slug
from ..scoring.year_state import YearState
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .score import compute_year, load_year, measured_or_refuse

DRAF, DIPERIKSA, DISAHKAN = "draf", "diperiksa", "disahkan"
_PASSED, _REJECTED = "diperiksa", "ditolak"
_BUKTI = "bukti"
"""In the entry of a signing: the digest of the year's evidence."""

_OF_OTHER_TIMES = (
    0,
    Verdict.DI_LUAR_JENDELA,
    Verdict.SESUDAH_TAHUN_UKUR,
    Verdict.TAHUN_LAIN,
)
"""Verdicts on records that are none of the year's: next year's courses change nothing here."""

Texts = Mapping[str, list[StoredRecord]]


@dataclass(frozen=True, slots=True)
class Status:
    """Where a year stands.

    Attributes:
        keadaan: "draf", "diperiksa" or "disahkan".
        telaah: The newest review, standing or not.
        berubah_sejak_pengesahan: Whether records that came after signing would change the year.
    """

    keadaan: str
    telaah: Telaah | None
    berubah_sejak_pengesahan: bool


def review(
    project: Project, context: Context, asked: int | None, nip: str, tolak: str | None
) -> Telaah:
    """Store a verifikator's review of a year: passed, or rejected with a reason.

    Args:
        project: Open for writing.
        context: When and by whom.
        asked: The year, or None for the newest.
        nip: Of a registered verifikator, as written.
        tolak: Why it is rejected; None where it passes.

    Raises:
        UsageError: An empty reason.
        UserError: The year is signed or empty, or no verifikator of this NIP is registered.
    """
    reason = None if tolak is None else " ".join(tolak.split())
    if reason == "":
        raise UsageError("Alasan kosong.", "Sertakan --tolak dengan kalimat yang menjelaskannya.")
    who = _verifikator(project, nip)
    state = load_year(project, asked)
    if state.disahkan:
        raise UserError(
            f"Tahun {state.tahun} sudah disahkan.",
            "Telaah mendahului pengesahan; buka kembali tahun itu bila harus berubah.",
            "sudah-disahkan",
        )
    measured_or_refuse(state)
    telaah = Telaah(
        tahun=state.tahun,
        nip=who.nip,
        nama=who.nama,
        waktu=context.now.isoformat(timespec="seconds"),
        keputusan=_PASSED if reason is None else _REJECTED,
        alasan=reason or "",
        sidik=_review_digest(project, state, project.records(state.tahun)),
    )
    detail: dict[str, Json] = {
        "tahun": telaah.tahun,
        "nip": telaah.nip,
        "nama": telaah.nama,
        "keputusan": telaah.keputusan,
        "alasan": telaah.alasan,
        "sidik": telaah.sidik,
    }
    with project.change(context, "telaah", detail) as writer:
        writer.review(telaah)
    return telaah


def status(project: Project, state: YearState) -> Status:
    """Tell where a loaded year stands."""
    telaah = project.telaah(state.tahun)
    if state.disahkan:
        return Status(DISAHKAN, telaah, _changed_since(project, state))
    passed = telaah is not None and telaah.keputusan == _PASSED
    if telaah is None or not passed:
        return Status(DRAF, telaah, False)
    stands = _stands(project, state, telaah, project.records(state.tahun))
    return Status(DIPERIKSA if stands else DRAF, telaah, False)


def require_review(
    project: Project, state: YearState, texts: Texts, pejabat: Pejabat
) -> Telaah | None:
    """Return the review that a signing rests on; None where no verifikator is registered.

    Args:
        project: The project file.
        state: The year that is to be signed.
        texts: Its records.
        pejabat: Who signs.

    Raises:
        UserError: A verifikator is registered, and the review is missing, rejects, or is of other
            data; or the signer has no NIP, or is the reviewer.
    """
    telaah, fault = review_fault(project, state, texts)
    if fault is not None:
        raise fault
    if telaah is None:
        return None
    if not pejabat.nip:
        raise UserError(
            "Karena ada verifikator terdaftar, NIP penanda tangan wajib ada.",
            "Sertakan --nip penanda tangan.",
            "nip-wajib",
        )
    if pejabat.nip == telaah.nip:
        raise UserError(
            "Penanda tangan sama dengan verifikator yang memeriksa.",
            "Pengesahan dilakukan pejabat lain.",
            "penanda-tangan-verifikator",
        )
    return telaah


def review_fault(
    project: Project, state: YearState, texts: Texts
) -> tuple[Telaah | None, UserError | None]:
    """Return the newest review, and why a signing may not rest on it; neither where none is needed.

    Args:
        project: The project file.
        state: The year that is to be signed.
        texts: Its records.
    """
    if not _registered(project):
        return None, None
    telaah = project.telaah(state.tahun)
    remedy = "Minta verifikator memeriksanya dengan perintah telaah."
    if telaah is None:
        told = f"Tahun {state.tahun} belum diperiksa verifikator."
        return None, UserError(told, remedy, "belum-diperiksa")
    if telaah.keputusan == _REJECTED:
        told = f"Tahun {state.tahun} ditolak verifikator {telaah.nama}: {telaah.alasan}"
        fault = UserError(told, "Perbaiki, lalu minta diperiksa lagi.", "telaah-ditolak")
        return telaah, fault
    if not _stands(project, state, telaah, texts):
        told = f"Tahun {state.tahun} berubah sejak diperiksa {telaah.nama}; kembali menjadi draf."
        return telaah, UserError(told, remedy, "belum-diperiksa")
    return telaah, None


def evidence_digest(roster: Roster, scores: Scores, texts: Texts) -> str:
    """Return the digest of what a year is measured by: people, posts, evidence of its time.

    Origins and ids are not in it: the same evidence from another file is the same.

    Args:
        roster: The year's people.
        scores: Their scores, for which records are of the year.
        texts: Their records.
    """
    opd = roster.keadaan["opd"].tolist()
    codes = {name: values.tolist() for name, values in roster.keadaan.items() if name != "opd"}
    content = {
        "nip": roster.nip.tolist(),
        "nama": list(roster.nama),
        "jabatan": list(roster.jabatan),
        "opd": [None if at < 0 else roster.opd_nama[at] for at in opd],
        "keadaan": codes,
        "pernyataan": {
            slug(kind): [said.bentuk.tolist(), said.nilai.tolist()]
            for kind, said in roster.pernyataan.items()
            if said.bentuk.any()
        },
        "cakupan": {
            slug(kind): covered.astype(int).tolist()
            for kind, covered in roster.cakupan.items()
            if covered.any()
        },
        "rekaman": {name: _of_the_year(name, roster, scores, texts) for name in sorted(texts)},
    }
    return _digest(content)


def _of_the_year(name: str, roster: Roster, scores: Scores, texts: Texts) -> list[str]:
    block = roster.rekaman[name]
    own: Bool = np.zeros(len(block), np.bool_)
    for instrument in scores.instrumen:
        if instrument.blok == name:
            own |= ~np.isin(instrument.verdict, _OF_OTHER_TIMES)
    kept = set(block.id[own].tolist())
    return sorted(repr((one.nip, one.tahun, one.isi)) for one in texts[name] if one.id in kept)


def _review_digest(project: Project, state: YearState, texts: Texts) -> str:
    """Return the digest of evidence, edition and settings of a year."""
    return _digest(
        {
            "bukti": evidence_digest(state.roster, state.scores, texts),
            "aturan": [state.edition.id, state.edition.sidik],
            "pengaturan": project.settings(),
            "target": project.targets(state.tahun),
        }
    )


def _stands(project: Project, state: YearState, telaah: Telaah, texts: Texts) -> bool:
    return telaah.sidik == _review_digest(project, state, texts)


def _changed_since(project: Project, state: YearState) -> bool:
    signing = state.pengesahan
    if signing is None or not project.changed_after(signing.jurnal):
        return False
    signed = project.entry_of(signing.jurnal).isi.get(_BUKTI)
    now = compute_year(project, state.tahun)
    return signed != evidence_digest(now.roster, now.scores, project.records(state.tahun))


def _registered(project: Project) -> list[Official]:
    known = officials(project.settings()).values()
    return [one for one in known if one.peran == VERIFIKATOR]


def _verifikator(project: Project, nip: str) -> Official:
    known = _registered(project)
    digits = nip_rules.clean(nip)
    found = next((one for one in known if one.nip == digits), None)
    if found is None:
        told = f"NIP “{nip}” bukan verifikator yang terdaftar."
        if not known:
            told = "Belum ada verifikator yang terdaftar."
        raise UserError(
            told,
            'Daftarkan dengan: atur FILE.ipasn "pejabat.1=verifikator;NAMA;NIP;PANGKAT;JABATAN"',
            "bukan-verifikator",
        )
    return found


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
