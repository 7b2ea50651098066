"""`templat`: the workbook to hand out, empty or with the people a project knows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError, UserError
from ..importing.template_fields import JUDUL, Jenis, Lembar, sheets
from ..model.roster import Roster
from ..model.settings import Settings
from ..model.vocab import GOLONGAN, DasarKinerja, JenisJabatan, Jenjang, Status, label
from ..progress import Progress, silent
from ..storage.project import Project, open_project
from .files import check_output, write_whole
from .import_ import import_rules
from .score import edition_of

if TYPE_CHECKING:
    from ..importing.template import Baris, Template

SEMUA_OPD = ""
"""Asks for one file a perangkat daerah, where a name asks for that one alone."""

_BATAS_NILAI = 100
"""Points: the scale that every year has, for a template of no year."""

_TANPA_OPD = "Tanpa perangkat daerah"
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_MAX_NAME = 80

_PETUNJUK = """\
Cara mengisi:
1. Isi lembar-lembar berikutnya, mulai baris di bawah judul kolom. Jangan mengubah judul kolom; \
kolom yang tidak dipakai boleh dikosongkan.
2. NIP ditulis 18 angka. Kolomnya sudah berformat teks; bila menempel dari berkas lain, pilih \
Tempel Nilai (Paste Values) agar format dan pemeriksaannya tetap.
3. Kolom dengan daftar diisi dengan memilih dari daftarnya; tanggal ditulis misalnya 31-12-2021; \
angka boleh memakai koma.
4. Sel kosong berarti belum diketahui, bukan tidak ada. Bila memang tidak ada, pilih Belum atau \
Tidak Ada, atau tulis 0.
5. Simpan sebagai .xlsx, lalu kirim kembali kepada pengelola Indeks Profesionalitas ASN.
""".splitlines()
_RIWAYAT = """\
Lembar riwayat:
Lembar Riwayat Diklat dan Hukuman Disiplin dianggap lengkap bagi pegawai di lembar Pegawai: yang \
tidak disebut di sana tidak mempunyainya. Hapus lembar yang datanya tidak dikumpulkan.
""".splitlines()


def save_templates(
    keluaran: Path,
    jenis: Jenis = "lebar",
    berkas: Path | None = None,
    opd: str | None = None,
    tahun: int | None = None,
    progress: Progress = silent,
) -> list[Path]:
    """Write the template, with the people of a project where one is given.

    Args:
        keluaran: The workbook; with `SEMUA_OPD` the name that each file's begins with.
        jenis: One row a person, or one row a record.
        berkas: The project file whose people stand in it already.
        opd: None for everybody in one file, a name for that perangkat daerah, `SEMUA_OPD` for one
            file each.
        tahun: The measured year; None for the only or newest one.
        progress: Told of each file.

    Returns:
        The files that were written.

    Raises:
        UsageError: Another ending, the project file itself, or perangkat daerah of no project.
        UserError: No such perangkat daerah, or a file that cannot be written.
        StorageError: The project file cannot be used, or has no such year.
    """
    check_output(keluaran, ".xlsx", [berkas] if berkas is not None else [])
    if berkas is None:
        if opd is not None:
            raise UsageError(
                "Perangkat daerah hanya dapat dipilih dari berkas proyek.",
                "Sebut juga --berkas FILE.ipasn.",
            )
        lembar = sheets(jenis, _BATAS_NILAI, predikat=True)
        return _write_all([(keluaran, _template(jenis, lembar, JUDUL, "", ()))], progress)
    with open_project(berkas) as project:
        return project_templates(project, keluaran, jenis, opd, tahun, progress)


def project_templates(
    project: Project,
    keluaran: Path,
    jenis: Jenis,
    opd: str | None,
    tahun: int | None,
    progress: Progress = silent,
) -> list[Path]:
    """Write templates with the people of a project that is open.

    Raises:
        UserError: No such perangkat daerah, or a file that cannot be written.
        StorageError: No such year.
    """
    year = project.choose_year(tahun)
    with project.reading():
        edition = edition_of(project, year)
        roster = project.load_roster(year)
        instansi = Settings.from_text(project.settings()).instansi
    predikat = edition.skala_tahun[year] is DasarKinerja.PERMEN6
    batas = import_rules(year, edition).batas_atas_nilai // 1000
    lembar = sheets(jenis, batas, predikat=predikat)
    judul = f"{JUDUL} TAHUN {year}"
    groups = _by_opd(roster)
    if opd is None:
        everybody = [person for people in groups.values() for person in people]
        return _write_all(
            [(keluaran, _template(jenis, lembar, judul, instansi, everybody))], progress
        )
    if opd != SEMUA_OPD:
        name = next((one for one in groups if one.casefold() == opd.strip().casefold()), None)
        if name is None:
            raise UserError(
                f"Perangkat daerah “{opd}” tidak ada dalam tahun {year}.",
                f"Pilih salah satu dari: {', '.join(groups) or 'tidak ada'}.",
                "opd-tidak-ada",
            )
        return _write_all(
            [(keluaran, _template(jenis, lembar, judul, name, groups[name]))], progress
        )
    if not groups:
        raise UserError(
            f"Tahun {year} belum memuat pegawai.", "Impor daftar pegawai lebih dahulu.",
            "tahun-kosong",
        )  # fmt: skip
    names = _file_names(keluaran, list(groups))
    return _write_all(
        [
            (path, _template(jenis, lembar, judul, "" if name == _TANPA_OPD else name, people))
            for (name, people), path in zip(groups.items(), names, strict=True)
        ],
        progress,
    )


def _template(
    jenis: Jenis, lembar: Sequence[Lembar], judul: str, untuk: str, pegawai: Sequence[Baris]
) -> Callable[[], Template]:
    # openpyxl is imported only where a workbook is really written.
    def make() -> Template:
        from ..importing.template import Template  # noqa: PLC0415

        petunjuk = (*_PETUNJUK, *(_RIWAYAT if jenis == "riwayat" else ()))
        return Template(judul, untuk, lembar, petunjuk, pegawai)

    return make


def _write_all(
    wanted: Sequence[tuple[Path, Callable[[], Template]]], progress: Progress
) -> list[Path]:
    """Make every workbook, then put them in their places: a fault in making leaves no file."""
    from ..importing.template import write_template  # noqa: PLC0415

    made: list[tuple[Path, bytes]] = []
    for number, (path, template) in enumerate(wanted):
        progress(f"Menyusun {path.name}", number, len(wanted))
        whole = io.BytesIO()
        write_template(whole, template())
        made.append((path, whole.getvalue()))
    for path, data in made:
        write_whole(path, lambda target, data=data: target.write(data))  # type: ignore[misc]
    return [path for path, _ in made]


def _file_names(keluaran: Path, names: Sequence[str]) -> list[Path]:
    """Return a path beside the output for each perangkat daerah; none twice."""
    used: set[str] = set()
    paths = []
    for name in names:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split())[:_MAX_NAME].rstrip(" .")
        free, number = plain, 1
        while free.casefold() in used:
            number += 1
            free = f"{plain} ({number})"
        used.add(free.casefold())
        paths.append(keluaran.with_name(f"{keluaran.stem} - {free}{keluaran.suffix}"))
    return paths


# ---------------------------------------------------------------- people


def _by_opd(roster: Roster) -> dict[str, list[Baris]]:
    """Return the people by perangkat daerah, these by name, those of none last."""
    groups: dict[str, list[Baris]] = {}
    for opd, person in _people(roster):
        groups.setdefault(opd, []).append(person)
    return dict(sorted(groups.items(), key=lambda one: (one[0] == _TANPA_OPD, one[0].casefold())))


def _people(roster: Roster) -> Iterator[tuple[str, Baris]]:
    state = {name: column.tolist() for name, column in roster.keadaan.items()}
    for i, (nip, nama, jabatan) in enumerate(
        zip(roster.nip.tolist(), roster.nama, roster.jabatan, strict=True)
    ):
        at = state["opd"][i]
        opd = roster.opd_nama[at] if at >= 0 else ""
        person = {
            "nip": f"{nip:018d}",
            "nama": nama,
            "status": _name(Status, state["status"][i]),
            "golongan": GOLONGAN.get(state["golongan"][i], ""),
            "jenis_jabatan": _name(JenisJabatan, state["jenis_jabatan"][i]),
            "jenjang": _name(Jenjang, state["jenjang"][i]),
            "jabatan": jabatan,
            "opd": opd,
        }
        yield opd or _TANPA_OPD, person


def _name(codes: type[IntEnum], code: int) -> str:
    return label(codes(code)) if code else ""
