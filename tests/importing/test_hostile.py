"""Files that would harm are refused with a sentence; the project is not touched by them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.importing import hostile_plant as plant
from tests.workflow.kantor import Kantor, run, sidik


@pytest.fixture(scope="module")
def proyek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Kantor(tmp_path_factory.mktemp("ganas")).buat()


@pytest.mark.parametrize("nama", plant.LIGHT)
def test_a_hostile_file_ends_in_a_sentence(nama: str, proyek: Path, tmp_path: Path) -> None:
    before = sidik(proyek)
    berkas, make = plant.LIGHT[nama]
    path = tmp_path / berkas
    path.write_bytes(make())
    ran = run("impor", proyek, path, "--json")
    assert ran.status == 3
    told = ran.json["galat"]
    assert berkas in told["pesan"]
    assert told["perbaikan"].endswith(".")
    assert sidik(proyek) == before


def test_a_folder_and_a_file_that_is_gone(proyek: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    assert run("impor", proyek, folder, "--json").json["galat"]["kode"] == "berkas-folder"
    gone = tmp_path / "hilang.xlsx"
    assert run("impor", proyek, gone, "--json").json["galat"]["kode"] == "berkas-tidak-ada"


def test_a_file_that_vanishes_while_it_is_read(
    proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kiriman.csv"
    path.write_bytes(b"NIP;Nama;Jenis Jabatan\r\n198001012005012001;Ani;Pelaksana\r\n")

    class Vanishing(io.RawIOBase):
        """A stream of a drive that is pulled out."""

        def readable(self) -> bool:
            return True

        def readinto(self, _buffer: object) -> int:
            raise OSError(5, "Input/output error")

    opened = Path.open

    def vanishing(one: Path, *how: Any, **more: Any) -> Any:
        return Vanishing() if one == path else opened(one, *how, **more)

    monkeypatch.setattr(Path, "open", vanishing)
    ran = run("impor", proyek, path, "--json")
    monkeypatch.undo()
    assert ran.status == 3
    assert ran.json["galat"]["kode"] == "berkas-tidak-terbaca"


def test_of_two_files_the_hostile_one_stays_out(proyek: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "baik.csv", tmp_path / "bom.xlsx"
    good.write_bytes(b"NIP;Nama;Jenis Jabatan\r\n198001012005012001;Ani;Pelaksana\r\n")
    bad.write_bytes(plant.LIGHT["bom-entitas-lembar"][1]())
    ran = run("impor", proyek, good, bad, "--coba", "--json")
    assert (ran.status, ran.json["diterima"], ran.kode) == (1, 1, {"berkas-tak-terbaca"})


@pytest.mark.parametrize("nama", plant.GOOD)
def test_what_only_looks_hostile_is_read(nama: str, proyek: Path, tmp_path: Path) -> None:
    berkas, make = plant.GOOD[nama]
    path = tmp_path / berkas
    path.write_bytes(make())
    ran = run("impor", proyek, path, "--coba", "--json")
    assert (ran.status, ran.json["diterima"]) == (0, 1)
