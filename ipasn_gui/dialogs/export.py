"""Exporting everybody of the year: asks where, writes in a job, says where it is."""

from __future__ import annotations

from ipasn_core.workflow.export import export

from ..workspace import Workspace
from .port import WORKBOOK, Dialogs


def export_people(workspace: Workspace, dialogs: Dialogs) -> None:
    """Write the year as .xlsx or .csv, one row a person."""
    current, project = workspace.current, workspace.path
    if current is None or project is None:
        return
    state = current.state
    name = f"Pegawai {state.settings.instansi} {state.tahun}.xlsx"
    path = dialogs.save_file("Ekspor pegawai", WORKBOOK, name)
    if path is None:
        return
    workspace.read(
        f"Mengekspor ke {path.name}",
        lambda _, progress: export(state, project, path, progress),
        lambda _: workspace.told.emit(f"Disimpan: {path.name}.", False),
    )
