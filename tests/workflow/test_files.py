"""Output files: whole or not at all, and never in the place of what is being read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from ipasn_core.errors import UsageError, UserError
from ipasn_core.workflow.files import check_output, refuse_inputs, replacing


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with replacing(path) as target:
        target.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_fault_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with suppress(ValueError), replacing(path) as target:
        target.write(b"half")
        raise ValueError("halfway")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["tiada/a.pdf", "folder"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError) as caught, replacing(tmp_path / name):
        pass
    assert caught.value.kode == "keluaran-tidak-dapat-ditulis"
    assert "No such" not in caught.value.pesan
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_an_input_is_never_the_output(tmp_path: Path) -> None:
    project = tmp_path / "a.ipasn"
    project.write_bytes(b"x")
    other = tmp_path / "b.pdf"
    os.link(project, other)
    for path in (project, tmp_path / "." / "a.ipasn", other):
        with pytest.raises(UsageError):
            refuse_inputs(path, [project])
    refuse_inputs(tmp_path / "c.pdf", [project])


def test_an_output_has_its_ending(tmp_path: Path) -> None:
    check_output(tmp_path / "a.PDF", ".pdf", [])
    with pytest.raises(UsageError):
        check_output(tmp_path / "a.docx", ".pdf", [])
