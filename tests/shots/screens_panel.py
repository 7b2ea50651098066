"""The side pane of a person, and the list of findings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_core.model.cards_people import NIP_ANGKA
from ipasn_core.model.cards_tables import KOLOM_DIABAIKAN
from ipasn_core.model.cards_values import JP_TAK_TERBACA
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.widgets.finding_list import FindingList
from ipasn_gui.widgets.record_list import RecordRow
from ipasn_gui.widgets.side_pane import LEAST, WIDTH, SidePane
from tests.shots.stage import CONTEXT, Stage, empty_project, sample_project
from tests.workflow.kantor import Row, buku

MANY, LACKING, PPPK, PUNISHED = (
    "197502132000012001",
    "198601152010011002",
    "199003032021211003",
    "198807072012022004",
)
LONG = (
    "Prof. Dr. Ir. Raden Ajeng Siti Nurhaliza Kusumaningrum Wirjosoebroto, S.T., M.Sc., Ph.D.",
    "Kepala Bidang Pengembangan Kompetensi dan Penilaian Kinerja Aparatur Sipil Negara",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
)
HEIGHT = 572


def odd_project(path: Path) -> Path:
    """Make a project of four: 60 courses and long names, no data, not measured, sentences."""
    empty_project(path)
    people: list[Row] = [
        ["NIP", "Nama", "Status", "Golongan", "Jenis Jabatan", "Jenjang Jabatan", "Nama Jabatan"]
        + ["Perangkat Daerah"],
        [MANY, LONG[0], "PNS", "IV/b", "Struktural", "Administrator", LONG[1], LONG[2]],
        [LACKING, "Tono", "PNS", None, "Struktural", None, None, None],
        [PPPK, "Rina Wati", "PPPK", "IX", "Fungsional", "Ahli Pertama", "Guru", "Dinas Pendidikan"],
        [PUNISHED, "Dewi Lestari", "PNS", "III/c", "Fungsional", "Ahli Muda", "Guru", LONG[2]],
    ]
    heads = ["NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP"]
    courses: list[Row] = [[*heads, "Penyelenggara", "Nomor Sertifikat"], *map(_course, range(60))]
    sentences: list[Row] = [
        ["NIP", "Tingkat Hukuman", "Jenis Hukuman", "Nomor SK", "Tanggal SK"],
        [PUNISHED, "Ringan", "Teguran lisan", "800/1", datetime.date(2012, 6, 1)],
        [PUNISHED, "Sedang", "Penundaan kenaikan pangkat 1 tahun", "800/2",
         datetime.date(2020, 6, 1)],
        [PUNISHED, "Ringan", "Teguran tertulis", "800/3", datetime.date(2022, 1, 4)],
    ]  # fmt: skip
    degrees: list[Row] = [
        ["NIP", "Tingkat Pendidikan", "Jurusan", "Tahun Lulus"],
        [MANY, "S-3", "Ilmu Administrasi Publik dan Manajemen Sumber Daya Aparatur", 2010],
        [MANY, "S-1", "Teknik", 1998],
    ]
    sheets: dict[str, Sequence[Row]] = {
        "Pegawai": people,
        "Diklat": courses,
        "Hukuman": sentences,
        "Pendidikan": degrees,
    }
    book = buku(path.with_suffix(".xlsx"), sheets)
    import_sheets(path, CONTEXT, [book], Options())
    return path


def _course(k: int) -> list[object]:
    if k == 0:
        name = "Pelatihan Kepemimpinan Administrator Angkatan XII Pusat Pelatihan dan Pengembangan"
        days = (datetime.date(2017, 7, 3), datetime.date(2017, 11, 21))
        return [MANY, "Diklat Struktural", name, *days, 900, "LAN Makassar", "00012/PKA/2017"]
    begin = datetime.date(2022 - k // 6, 1 + k % 12, 1 + k % 20)
    kind = ("Diklat Teknis", "Seminar", "Workshop", "Diklat Fungsional")[k % 4]
    days = (begin, begin + datetime.timedelta(days=2))
    return [MANY, kind, f"{kind} Tata Kelola {k}", *days, None if k % 9 == 8 else k % 15,
            "BPSDM", f"{k}/2021"]  # fmt: skip


def person_id(stage: Stage, nip: str) -> int:
    """Return the id of a person in the year that is open."""
    current = stage.window.workspace.current
    assert current is not None
    roster = current.state.roster
    return int(roster.id[roster.nip.searchsorted(int(nip))])


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the pane of several people at its widths, then the list of findings."""
    with TemporaryDirectory() as folder:
        stage.open(sample_project(Path(folder) / "Contoh.ipasn"))
        pane = SidePane(stage.theme, stage.window.workspace)
        pane.resize(WIDTH, HEIGHT)
        pane.show()
        yield "panel-kosong", pane
        pane.show_person(person_id(stage, "198203212011072700"))
        yield "panel-pegawai", pane
        for place, name in enumerate(("kualifikasi", "kompetensi", "kinerja", "disiplin")):
            pane.set_dimensi(place)
            yield f"panel-{name}", pane
        stage.open(odd_project(Path(folder) / "Ganjil.ipasn"))
        yield from _odd(stage, pane)
        pane.close()
        pane.deleteLater()
        stage.window.workspace.close()
        stage.settle()
    yield from _findings(stage)


def _odd(stage: Stage, pane: SidePane) -> Iterator[tuple[str, QWidget]]:
    for name, nip, place in (
        ("belum-ada", LACKING, 1),
        ("tak-diukur", PPPK, None),
        ("hukuman", PUNISHED, 3),
        ("banyak", MANY, 1),
    ):
        pane.set_dimensi(place)
        pane.show_person(person_id(stage, nip))
        yield f"panel-{name}", pane
    for row in pane.findChildren(RecordRow)[:2]:
        row.toggle()
    yield "panel-banyak-terbuka", pane
    pane.resize(LEAST, 390)
    yield "panel-sempit", pane
    pane.set_dimensi(None)
    yield "panel-sempit-pegawai", pane


def _findings(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    shown = FindingList(stage.theme)
    shown.resize(WIDTH, HEIGHT)
    shown.show()
    yield "temuan-kosong", shown
    shown.show_findings(
        [
            Finding(NIP_ANGKA, {"nilai": "1,98E+17"}, "daftar.xlsx", "Daftar", 7, "B"),
            Finding(KOLOM_DIABAIKAN, {"kolom": "KET"}, "daftar.xlsx", "Daftar"),
            *(
                Finding(JP_TAK_TERBACA, {"nilai": f"{k} jam"}, "riwayat.xlsx", "Diklat", k, "F")
                for k in range(2, 1_300)
            ),
        ]
    )
    shown.choose(shown.rows.groups[1])
    yield "temuan", shown
    shown.choose(shown.rows.groups[1].findings[3])
    yield "temuan-terbuka", shown
    shown.set_search("tidak mungkin ada")
    yield "temuan-tak-cocok", shown
    shown.close()
