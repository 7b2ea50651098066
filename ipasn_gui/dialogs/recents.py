"""What the start page remembers of a project that was opened."""

from __future__ import annotations

from ipasn_core.formatting import format_number
from ipasn_core.scoring.recap import kategori_of_mean

from ..settings import Recent
from ..workspace import Workspace


def recent_of(workspace: Workspace) -> Recent | None:
    """Return the open project as the start page lists it; None where none is open."""
    current, path = workspace.current, workspace.path
    if current is None or path is None:
        return None
    state = current.state
    indeks = state.instansi.indeks
    names = [k.nama for k in state.edition.kategori]
    kategori = -1 if indeks is None else names.index(kategori_of_mean(indeks, state.edition))
    return Recent(
        path=str(path),
        tahun=state.tahun,
        indeks="" if indeks is None else format_number(indeks, 2),
        kategori=kategori,
        keadaan=current.status.keadaan,
        dibuka=workspace.context().now.isoformat(timespec="minutes"),
    )
