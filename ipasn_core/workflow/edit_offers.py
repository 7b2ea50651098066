"""What an instrument that lacks something offers to be filled in: which form, with what in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.scores import State, TraceStep
from ..model.stored import StoredRecord
from ..model.vocab import Bukti, JenisDiklat, label
from ..rules.edition import Edition, Instrumen
from .edit_form import TAHUN

ORANG, KEADAAN, PERNYATAAN = "orang", "keadaan", "pernyataan"
"""What is edited beside the sets of records: who somebody is, what holds in the year, a statement
of a kind of evidence."""

_COURSE = {
    Bukti.DIKLAT_KEPEMIMPINAN: JenisDiklat.STRUKTURAL,
    Bukti.DIKLAT_FUNGSIONAL: JenisDiklat.FUNGSIONAL,
    Bukti.DIKLAT_TEKNIS: JenisDiklat.TEKNIS,
    Bukti.SEMINAR: JenisDiklat.SEMINAR,
}
"""Kind of evidence → the kind of course that is meant by its name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A form to be opened.

    Attributes:
        kata: Words of the link: "Tambah diklat teknis…".
        himpunan: A set of records, "penilaian", or one of `ORANG`, `KEADAAN`, `PERNYATAAN`.
        catatan: Id of the record to be changed, 0 for a new one.
        isi: Field → text that is filled in.
        bidang: The field that is asked for; empty for the first.
        bukti: Of a statement, its kind of evidence.
    """

    kata: str
    himpunan: str
    catatan: int = 0
    isi: Mapping[str, str] = field(default_factory=dict)
    bidang: str = ""
    bukti: Bukti | None = None


def offer(
    step: TraceStep,
    instrumen: Instrumen,
    edition: Edition,
    tahun: int,
    penilaian: list[StoredRecord],
) -> Offer | None:
    """Return what would add to an instrument, None where nothing can be filled in for it.

    Args:
        step: The instrument of a person.
        instrumen: The instrument.
        edition: The rules.
        tahun: The measured year.
        penilaian: The person's appraisals.
    """
    if not step.tambahan:
        return None
    bukti = instrumen.bukti[0]
    if step.keadaan == State.BELUM_ADA and "jenjang jabatan" in step.tambahan:
        return Offer("Isi jenjang jabatan…", KEADAAN, bidang="jenjang")
    if bukti is Bukti.HUKUMAN:
        return Offer("Nyatakan hukuman disiplin…", PERNYATAAN, bukti=bukti)
    if bukti is Bukti.PENDIDIKAN:
        return Offer("Tambah ijazah…", "pendidikan")
    if bukti is Bukti.PENILAIAN:
        year = tahun + edition.tahun_kinerja
        known = next((one.id for one in penilaian if one.tahun == year), 0)
        if known:
            return Offer(f"Ubah penilaian {year}…", "penilaian", known, bidang="nilai")
        return Offer(f"Tambah penilaian {year}…", "penilaian", 0, {TAHUN: str(year)}, "nilai")
    kind = label(bukti).removesuffix(" dan sejenisnya").lower()
    isi = {"jenis": label(_COURSE[bukti])}
    return Offer(f"Tambah {kind}…", "pengembangan", isi=isi, bidang="nama")
