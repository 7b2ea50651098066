"""Doubts against what was known stay open when the same file comes again, until it is corrected."""

from __future__ import annotations

from tests.workflow.kantor import ANI, BUDI, Kantor, run

HEAD = ("NIP", "Nama", "Jenis Jabatan", "Perangkat Daerah", "Pendidikan")
TWIN = f"{ANI[:8]}201101{ANI[14:]}"
DOUBTS = {"opd-mirip", "pendidikan-turun", "nama-lahir-sama"}


def test_same_file_again_leaves_doubts_open(kantor: Kantor) -> None:
    project = kantor.buat()
    ani = (ANI, "Ani", "JFU", "Dinas Pendidikan")
    kantor.impor(project, kantor.buku("a", Data=[HEAD, (*ani, "S-2")]))
    rows = [
        (BUDI, "Budi", "JFU", "Dinas Pendidikn", "S-1"),
        (*ani, "S-1"),
        (TWIN, *ani[1:], "S-1"),
    ]
    book = kantor.buku("b", Data=[HEAD, *rows])

    def open_doubts() -> set[str]:
        return {one["kode"] for one in run("temuan", project, "--json").json["temuan"]} & DOUBTS

    kantor.impor(project, book)
    assert open_doubts() == DOUBTS
    again = kantor.impor(project, book)
    assert (again["baru"], again["berubah"]) == (0, 0)
    assert open_doubts() == DOUBTS
    right = [
        (BUDI, "Budi", "JFU", "Dinas Pendidikan", "S-1"),
        (*ani, "S-2"),
        (TWIN, "Ani Lestari", *ani[2:], "S-1"),
    ]
    kantor.impor(project, kantor.buku("b", Data=[HEAD, *right]))
    assert open_doubts() == set()
