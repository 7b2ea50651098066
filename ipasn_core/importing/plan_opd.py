"""People whom a list of people leaves without perangkat daerah, and of whom none is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.cards_people import OPD_KOSONG
from ..model.change import Origin, Stored
from ..model.finding import Card
from .plan_people import OPD, People
from .plan_source import PEGAWAI, Source


def without_opd(
    own: Sequence[Source], people: People, stored: Stored
) -> Iterator[tuple[Card, Mapping[str, str], int, str, Origin]]:
    """Find who has no perangkat daerah though a table with such a column lists them.

    Yields:
        Card and its parameters, who, which field, and where it is left blank: as `doubts`.
    """
    said = people.of(("keadaan", 0))
    told: set[int] = set()
    for source in own:
        column = source.tabel.isi.get("opd")
        if source.jenis != PEGAWAI or column is None or "opd" not in source.tabel.kolom:
            continue
        for i in source.masuk if None in column else ():
            nip = source.tabel.nip[i]
            if column[i] is not None or nip in told:
                continue
            found = said.get(nip)
            known = stored.keadaan.get(nip)
            if found is None or found[0][OPD] is not None or (known and known[OPD] is not None):
                continue
            told.add(nip)
            yield OPD_KOSONG, {"nip": str(nip)}, nip, "opd", source.origin(i)
