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


def test_somebody_known_from_another_file_may_be_the_same(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(
        project, kantor.buku("a", Data=[HEAD, (ANI, "Ani Lestari", "JFU", "Dinas A", "S-1")])
    )
    twin = (TWIN, "ANI LESTARI, S.E.", "JFU", "Dinas B", "S-1")
    other = (f"{ANI[:8]}201201{ANI[14:]}", "Ana Lestari", "JFU", "Dinas B", "S-1")
    answer = kantor.impor(project, kantor.buku("b", Data=[HEAD, twin, other]))
    assert [(one["kode"], one["baris"], one["kolom"]) for one in answer["temuan"]] == [
        ("nama-lahir-sama", 2, "B")
    ]
    assert ANI in answer["temuan"][0]["pesan"]
