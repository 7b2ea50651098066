"""What can be done with people, in the context menu of their table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from ipasn_core.formatting import format_int


def add_people_acts(menu: QMenu, many: int, why_locked: str, wanted: Callable[[str], None]) -> None:
    """Add what changes the people that are selected; where nothing may be changed, say why.

    Args:
        menu: The menu.
        many: How many people are selected.
        why_locked: Why nothing may be changed; empty where it may.
        wanted: Is told the command.
    """
    if not many:
        return
    menu.addSeparator()
    if many == 1:
        menu.addAction("Riwayat pegawai ini", partial(wanted, "riwayat-pegawai"))
    several = f"{format_int(many)} pegawai"
    acts = [("keluarkan", f"Keluarkan {several if many > 1 else ''} dari tahun ini…")]
    if many > 1:
        acts = [
            ("ubah-pegawai", f"Ubah {several}…"),
            ("tambah-kursus", f"Tambah kursus untuk {several}…"),
            *acts,
        ]
    else:
        acts = [
            ("betulkan-nip", "Betulkan NIP…"),
            ("satukan", "Satukan dengan entri lain…"),
            *acts,
        ]
    for name, words in acts:
        action = menu.addAction(" ".join(words.split()), partial(wanted, name))
        action.setEnabled(not why_locked)
        action.setToolTip(why_locked)
    menu.setToolTipsVisible(bool(why_locked))
