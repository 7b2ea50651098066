"""What must hold between the parts of an edition, and between editions."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import RuleError
from .edition import KOLOM_JABATAN, PER_POIN, TIDAK_BERLAKU, Dimensi, Edition
from .faults import Fault, require_unique

TOTAL = 100 * PER_POIN
"""The index runs from 0 to 100 whatever the edition."""


def check(edition: Edition) -> None:
    """Check what only the whole edition can show.

    Raises:
        Fault: The maxima do not add up to 100, points exceed their maximum, an id stands twice, a
            kind of post has no instrument in a dimension, or a bound exceeds its scale.
    """
    require_unique(tuple(dimensi.id for dimensi in edition.dimensi), "dimensi")
    seen: set[str] = set()
    for dimensi in edition.dimensi:
        for instrumen in dimensi.instrumen:
            kunci = f"dimensi[{dimensi.id}].instrumen[{instrumen.id}].id"
            if instrumen.id in seen:
                raise Fault(kunci, f'"{instrumen.id}" ditulis dua kali')
            seen.add(instrumen.id)
        _check_points(dimensi)
    total = sum(dimensi.maksimal for dimensi in edition.dimensi)
    if total != TOTAL:
        raise Fault("dimensi", f"maksimal keempatnya berjumlah {_number(total)}, harus 100")


def _check_points(dimensi: Dimensi) -> None:
    """Check points against the dimension's maximum, one by one and a kind of post at a time."""
    path = f"dimensi[{dimensi.id}]"
    most = _number(dimensi.maksimal)
    for instrumen in dimensi.instrumen:
        for number, langkah in enumerate(instrumen.langkah, start=1):
            kunci = f"{path}.instrumen[{instrumen.id}]"
            if len(instrumen.langkah) > 1:
                kunci += f".langkah[{number}]"
            if max(langkah.poin) > dimensi.maksimal:
                points = _number(max(langkah.poin))
                raise Fault(f"{kunci}.poin", f"{points} melebihi maksimal dimensi, {most}")
    for kolom in KOLOM_JABATAN:
        applicable = [
            i.maksimal[kolom] for i in dimensi.instrumen if i.maksimal[kolom] != TIDAK_BERLAKU
        ]
        name = kolom.name.lower()
        if not applicable:
            raise Fault(f"{path}.instrumen", f'tidak satu pun berlaku bagi jabatan "{name}"')
        if sum(applicable) > dimensi.maksimal:
            total = _number(sum(applicable))
            sebab = f'nilai tertinggi jabatan "{name}" berjumlah {total}, melebihi maksimal {most}'
            raise Fault(f"{path}.instrumen", sebab)


def _number(thousandths: int) -> str:
    """Return points the way the file writes them."""
    whole, rest = divmod(thousandths, PER_POIN)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".")


def check_together(editions: Iterable[Edition]) -> None:
    """Check editions that are offered together.

    Raises:
        RuleError: Two have the same id and revision, or two released ones hold for the same year.
    """
    identities: set[tuple[str, int]] = set()
    released: dict[int, str] = {}
    for edition in editions:
        identity = (edition.id, edition.revisi)
        if identity in identities:
            raise RuleError(
                f'Edisi aturan "{edition.id}", kunci "revisi": revisi {edition.revisi} ada dua.'
            )
        identities.add(identity)
        for tahun in edition.tahun if not edition.draf else ():
            other = released.setdefault(tahun, edition.id)
            if other != edition.id:
                raise RuleError(
                    f'Edisi aturan "{edition.id}", kunci "tahun": tahun {tahun} sudah diatur edisi '
                    f'"{other}"; satu tahun hanya boleh satu edisi yang berlaku.'
                )
