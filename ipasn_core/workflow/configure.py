"""`atur`: settings shown and changed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError, UserError
from ..importing.vocabulary import FIELDS
from ..importing.vocabulary_own import check_own, is_own, own_settings
from ..model.settings import (
    KEYS,
    OFFICIAL,
    PEMISAH,
    Settings,
    check_official_setting,
    check_setting,
    officials,
    setting_shown,
)
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .create import check_target
from .score import edition_of

_TARGET = "target."


def parse_pairs(pairs: Sequence[str]) -> dict[str, str]:
    """Read KUNCI=NILAI words.

    Raises:
        UsageError: A word without "=".
    """
    result = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise UsageError(f"“{pair}” bukan KUNCI=NILAI.", "Tulis seperti kertas=a4.")
        result[name.strip()] = value.strip()
    return result


def read_kop(path: Path) -> dict[str, str]:
    """Read a letterhead from a TOML file: the keys of settings, lists as lists.

    Raises:
        UserError: The file cannot be read, or is no TOML of texts and lists of texts.
    """
    remedy = f'Isinya KUNCI = "nilai"; kuncinya: {", ".join(key.nama for key in KEYS)}.'
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as fault:
        raise UserError(f"Berkas “{path.name}” tidak dapat dibaca.", remedy, "kop") from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UserError(f"Berkas “{path.name}” bukan TOML yang sah.", remedy, "kop") from fault
    texts = {}
    for name, value in _flat(table):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            texts[name] = PEMISAH.join(value)
        elif isinstance(value, str):
            texts[name] = value
        else:
            raise UserError(f"Isi “{name}” dalam “{path.name}” bukan teks.", remedy, "kop")
    return texts


def _flat(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield keys and values; those of a table within under both names: pejabat.1."""
    for name, value in table.items():
        if isinstance(value, dict):
            for inner, part in value.items():
                yield f"{name}.{inner}", part
        else:
            yield name, value


def change_settings(
    project: Project, context: Context, tahun: int | None, changes: Mapping[str, str]
) -> None:
    """Check and store settings and targets in one change.

    Args:
        project: Open for writing.
        context: When and by whom.
        tahun: Year of the targets among the changes; None for the newest.
        changes: Key → text; a target's key is "target." and a dimension or "indeks", an
            official's "pejabat." and a number, what is added to the vocabulary "ejaan." or
            "judul."; an empty text removes any of these.

    Raises:
        UsageError: An unknown key or a value that is not allowed; nothing is changed.
        UserError: A target of a signed year.
    """
    year = project.choose_year(tahun)
    settings, targets = _checked(project, year, changes)
    if targets and project.is_signed(year):
        raise UserError(
            f"Tahun {year} sudah disahkan; targetnya tidak dapat diubah.",
            "Buka kembali tahun itu dengan alasan sebelum mengubahnya.",
            "tahun-disahkan",
        )
    with project.change(context, "atur", _told(project, year, changes)) as writer:
        for name, value in settings.items():
            if (name.startswith(OFFICIAL) or is_own(name)) and not value:
                writer.drop_setting(name)
            else:
                writer.set_setting(name, value)
        for name, value in targets.items():
            writer.set_target(year, name, value)


def _checked(
    project: Project, tahun: int, changes: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the texts to store: of settings, and of targets by dimension.

    Raises:
        UsageError: An unknown key or a value that is not allowed.
    """
    edition = edition_of(project, tahun)
    settings: dict[str, str] = {}
    targets: dict[str, str] = {}
    for name, value in changes.items():
        if name.startswith(_TARGET):
            dimensi = name.removeprefix(_TARGET)
            targets[dimensi] = check_target(dimensi, value, edition) if value else ""
        elif name.startswith(OFFICIAL):
            settings[name] = check_official_setting(name, value)
        elif is_own(name):
            settings[name] = check_own(name, value, {**project.settings(), **settings})
        else:
            settings[name] = check_setting(name, value)
    return settings, targets


def _told(project: Project, tahun: int, changes: Mapping[str, str]) -> dict[str, Json]:
    """Return what the journal says of changes: what was before, and what is now."""
    before = show_settings(project, tahun)
    isi: dict[str, Json] = {
        "perubahan": {name: setting_shown(name, value) for name, value in changes.items()},
        "dari": {name: setting_shown(name, before.get(name, "")) for name in changes},
    }
    return isi | ({"tahun": tahun} if any(n.startswith(_TARGET) for n in changes) else {})


def show_settings(project: Project, tahun: int | None) -> dict[str, str]:
    """Return every setting, official and target of a year as text."""
    year = project.choose_year(tahun)
    stored = project.settings()
    settings = Settings.from_text(stored).as_text()
    settings |= {name: stored[name] for name in officials(stored)} | own_settings(stored)
    return settings | {_TARGET + name: text for name, text in project.targets(year).items()}


@dataclass(frozen=True, slots=True)
class RememberedColumn:
    """A column that was pointed out by hand and is taken for the same thing again.

    Attributes:
        kepala: Signature of the header it belongs to.
        kolom: Its letter.
        bidang: Id of the field.
        asal: File and sheet it was last imported from, empty where none was.
    """

    kepala: str
    kolom: str
    bidang: str
    asal: str

    @property
    def sebutan(self) -> str:
        """The column in words: "kolom D sebagai Jumlah JP (riwayat.xlsx, Diklat)"."""
        origin = f" ({self.asal})" if self.asal else ""
        return f"kolom {self.kolom} sebagai {FIELDS.get(self.bidang, self.bidang)}{origin}"


def remembered_columns(project: Project) -> list[RememberedColumn]:
    """Return the columns that the project has been told of."""
    sheets = project.mapped_sheets()
    return [RememberedColumn(*row, sheets.get(row[0], "")) for row in project.mappings()]


def forget_column(project: Project, context: Context, column: RememberedColumn) -> None:
    """Forget what a column was pointed out to be."""
    with project.change(context, "pemetaan", {"sebutan": column.sebutan}) as writer:
        writer.drop_mapping(column.kepala, column.kolom)
