"""Everything that can be done, as one list: menu, words, keys. Menus and buttons share the actions.

A command is declared here and connected in `main_window`; nothing else makes a QAction with a key.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done.

    Attributes:
        id: What the code calls it.
        menu: The menu it stands in.
        text: Words, with the letter for Alt.
        keys: Its shortcut, empty for none.
        project: Whether it needs an open project.
        writes: Whether it needs a project that may be changed, and no writing job.
        line: Whether a line stands above it in its menu.
    """

    id: str
    menu: str
    text: str
    keys: str = ""
    project: bool = True
    writes: bool = False
    line: bool = False


_LONGEST = 64
"""Characters of what a command in a menu says it would do."""

MENUS = ("&Berkas", "&Sunting", "&Tampilan", "&Data", "&Laporan", "&Alat", "Ba&ntuan")

COMMANDS: tuple[Command, ...] = (
    Command("baru", "&Berkas", "Buat proyek &baru…", "Ctrl+N", project=False),
    Command("buka", "&Berkas", "Bu&ka proyek…", "Ctrl+O", project=False),
    Command("contoh", "&Berkas", "Buka &contoh", project=False),
    Command("simpan", "&Berkas", "&Simpan", "Ctrl+S", line=True),
    Command("tutup", "&Berkas", "&Tutup proyek", "Ctrl+W"),
    Command("keluar", "&Berkas", "K&eluar", "Ctrl+Q", project=False, line=True),
    Command("urungkan", "&Sunting", "&Urungkan", "Ctrl+Z", writes=True),
    Command("ulangi", "&Sunting", "U&langi", "Ctrl+Y", writes=True),
    Command("salin", "&Sunting", "&Salin", "Ctrl+C", line=True),
    Command("salin-tabel", "&Sunting", "Salin tab&el", "Ctrl+Shift+C"),
    Command("pilih-semua", "&Sunting", "&Pilih semua", "Ctrl+A"),
    Command("tambah-catatan", "&Sunting", "&Tambah catatan", "Ins", writes=True, line=True),
    Command("ubah-catatan", "&Sunting", "U&bah catatan", "F2", writes=True),
    Command("hapus-catatan", "&Sunting", "&Hapus catatan", "Del", writes=True),
    Command("cari", "&Sunting", "&Cari", "Ctrl+F", line=True),
    Command("pilih", "&Tampilan", "&Tahun dan perangkat daerah", "Ctrl+L"),
    Command("panel", "&Tampilan", "&Panel pegawai", "F8"),
    Command("saringan", "&Tampilan", "S&aringan", "Ctrl+Shift+L", line=True),
    Command("hapus-saringan", "&Tampilan", "&Hapus semua saringan"),
    Command("kolom", "&Tampilan", "&Kolom"),
    Command("tab-berikut", "&Tampilan", "Tab &berikutnya", "Ctrl+Tab", line=True),
    Command("bagian-berikut", "&Tampilan", "Bagian b&erikutnya", "F6"),
    Command("bagian-sebelum", "&Tampilan", "Bagian &sebelumnya", "Shift+F6"),
    Command("terang", "&Tampilan", "Te&rang", project=False, line=True),
    Command("gelap", "&Tampilan", "&Gelap", project=False),
    Command("ikut-sistem", "&Tampilan", "&Ikut Windows", project=False),
    Command("impor", "&Data", "&Impor…", "Ctrl+I"),
    Command("temuan", "&Data", "&Temuan", "Ctrl+T"),
    Command("riwayat", "&Data", "Ri&wayat", "Ctrl+H"),
    Command("riwayat-pegawai", "&Data", "&Riwayat pegawai ini"),
    Command("ekspor", "&Data", "E&kspor yang tampil…", "Ctrl+E"),
    Command("ekspor-semua", "&Data", "Ekspor semua pe&gawai…"),
    Command("templat", "&Data", "Simpan t&emplat…", project=False),
    Command("betulkan-nip", "&Data", "&Betulkan NIP…", writes=True, line=True),
    Command("satukan", "&Data", "&Satukan dua entri…", writes=True),
    Command("ubah-pegawai", "&Data", "Ub&ah beberapa pegawai…", writes=True),
    Command("tambah-kursus", "&Data", "Tambah kursus untuk banyak &pegawai…", writes=True),
    Command("keluarkan", "&Data", "Ke&luarkan dari tahun ini…", writes=True),
    Command("tahun-baru", "&Data", "Tahu&n baru…", line=True),
    Command("urungkan-impor", "&Data", "&Urungkan impor terakhir", writes=True),
    Command("laporan", "&Laporan", "&Buka laporan"),
    Command("cetak", "&Laporan", "&Cetak…", "Ctrl+P"),
    Command("periksa", "&Alat", "&Periksa keutuhan berkas"),
    Command("pengaturan", "&Alat", "Pen&gaturan", "Ctrl+,", line=True),
    Command("panduan", "Ba&ntuan", "&Panduan", "F1", project=False),
    Command("tentang", "Ba&ntuan", "&Tentang IPASN", project=False),
)


LIST_ACTS = ("salin-tabel", "saringan", "hapus-saringan", "kolom")
"""What is done with the list of a tab; where it has none, with that of everybody."""


OF_PEOPLE = ("betulkan-nip", "satukan", "ubah-pegawai", "tambah-kursus", "keluarkan")
"""Commands that change the people who are selected."""


class Commands:
    """The actions, made once for a window.

    Args:
        window: Holds the shortcuts.
    """

    def __init__(self, window: QWidget) -> None:
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.text, window)
            action.setObjectName(command.id)
            if command.keys:
                action.setShortcut(QKeySequence(command.keys))
            self.actions[command.id] = action
            window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Fill a menu bar."""
        menus = {title: bar.addMenu(title) for title in MENUS}
        for command in COMMANDS:
            if command.line:
                menus[command.menu].addSeparator()
            menus[command.menu].addAction(self.actions[command.id])

    def tell(self, name: str, words: str, why: str) -> None:
        """Say in a command's text what it would do, or why it cannot be done."""
        text = next(one.text for one in COMMANDS if one.id == name)
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        action = self.actions[name]
        told = f"{text} – {why}" if why else f"{text}: {short.replace('&', '&&')}"
        action.setText(told if words else text)
        action.setToolTip(f"“{words}” tidak dapat di{name}: {why}." if why else words)

    def tell_locked(self, why: str) -> None:
        """Say in the commands that change people why they cannot be done; empty where they can."""
        for command in COMMANDS:
            if command.id in OF_PEOPLE:
                action = self.actions[command.id]
                action.setText(f"{command.text} – {why}" if why else command.text)
                action.setToolTip(why)

    def enable(self, *, project: bool, writable: bool) -> None:
        """Enable what can be done now.

        Args:
            project: A project is open.
            writable: It may be changed, and nothing is changing it.
        """
        for command in COMMANDS:
            needs = (project or not command.project) and (writable or not command.writes)
            self.actions[command.id].setEnabled(needs)
