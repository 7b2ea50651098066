"""How the window looks to this person: recent files, columns, the scheme. Nothing of the data.

QSettings keep it in the user's own folder; what is missing or was written by another version is
read as its default.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A project opened before, as it was when it was last seen.

    Attributes:
        path: The file.
        tahun: Year looked at.
        indeks: Printed index, empty where there was nobody to measure.
        kategori: Index of its kategori in the edition, -1 for none.
        keadaan: "draf", "diperiksa" or "disahkan".
        dibuka: ISO text of the moment.
    """

    path: str
    tahun: int
    indeks: str
    kategori: int
    keadaan: str
    dibuka: str


class WindowSettings:
    """What the window remembers between two starts."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def scheme(self) -> str:
        """What the person wants: "sistem", "terang" or "gelap"."""
        value = str(self._store.value("tampilan/skema", "sistem"))
        return value if value in ("sistem", "terang", "gelap") else "sistem"

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._store.setValue("tampilan/skema", value)

    def recent(self) -> list[Recent]:
        """Return projects opened before, the newest first."""
        try:
            rows = json.loads(str(self._store.value("proyek/terakhir", "[]")))
            return [Recent(**row) for row in rows][:_RECENT]
        except (ValueError, TypeError):
            return []

    def remember(self, recent: Recent) -> None:
        """Put a project at the head of the list."""
        others = [one for one in self.recent() if Path(one.path) != Path(recent.path)]
        self._write([recent, *others])

    def forget(self, path: str) -> None:
        """Take a project off the list."""
        self._write([one for one in self.recent() if one.path != path])

    def _write(self, rows: list[Recent]) -> None:
        text = json.dumps([asdict(one) for one in rows[:_RECENT]], ensure_ascii=False)
        self._store.setValue("proyek/terakhir", text)

    def folder(self, purpose: str) -> str:
        """Return the folder last used for a purpose: "proyek", "impor", "laporan"."""
        return str(self._store.value(f"folder/{purpose}", ""))

    def set_folder(self, purpose: str, path: Path) -> None:
        """Remember the folder used for a purpose."""
        self._store.setValue(f"folder/{purpose}", str(path))

    def layout(self, name: str) -> QByteArray | None:
        """Return the kept state of a header, a splitter or the window."""
        value = self._store.value(f"susunan/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Keep the state of a header, a splitter or the window."""
        self._store.setValue(f"susunan/{name}", state)
