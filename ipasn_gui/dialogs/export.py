"""Exporting people: what is seen of them, or everybody with everything; says where it is."""

from __future__ import annotations

from ipasn_core.formatting import format_int
from ipasn_core.progress import Progress
from ipasn_core.storage.project import Project
from ipasn_core.workflow.export import export
from ipasn_core.workflow.lists import save_listing

from ..models.seen_table import SeenTable
from ..workspace import Workspace
from .port import TABLE, Dialogs


def export_people(workspace: Workspace, dialogs: Dialogs) -> None:
    """Write everybody of the year as .xlsx or .csv, one row a person, with every column."""
    current, project = workspace.current, workspace.path
    if current is None or project is None:
        return
    state = current.state
    name = f"Pegawai {state.settings.instansi} {state.tahun}.xlsx"
    path = dialogs.save_file("Ekspor semua pegawai", TABLE, name)
    if path is None:
        return
    workspace.read(
        f"Mengekspor ke {path.name}",
        lambda _, progress: export(state, project, path, progress),
        lambda _: workspace.told.emit(f"Disimpan: {path.name}.", False),
    )


def export_seen(workspace: Workspace, dialogs: Dialogs, table: SeenTable) -> None:
    """Write the rows and columns that are seen, in their order, as .xlsx or .csv."""
    current, project = workspace.current, workspace.path
    if current is None or project is None:
        return
    name = f"{table.judul} {current.state.settings.instansi} {current.state.tahun}.xlsx"
    path = dialogs.save_file("Ekspor yang tampil", TABLE, name)
    if path is None:
        return

    def work(_: Project, progress: Progress) -> None:
        from ipasn_core.reports.listing import Listing  # noqa: PLC0415 - openpyxl is slow to come

        listing = Listing(table.judul, table.heads, table.rows, lipat=False)
        save_listing(listing, project, path, progress)

    words = f"{format_int(len(table.records))} baris disimpan: {path.name}."
    workspace.read(f"Mengekspor ke {path.name}", work, lambda _: workspace.told.emit(words, False))
