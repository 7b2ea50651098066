"""The task runner, its lock, and what pyproject.toml promises."""

from __future__ import annotations

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import dev
import ipasn_core

PYPROJECT: dict[str, Any] = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = dev.LOCK.read_text("utf-8")
# Distributions whose module has another name than theirs.
MODULES = {
    "apsw-sqlite3mc": "apsw",
    "pyside6-essentials": "PySide6",
    "python-calamine": "python_calamine",
}
# Used in every room: the arrays that rooms hand to each other.
WITHOUT_ROOM = {"numpy"}


def declared() -> list[str]:
    return [*product(), *PYPROJECT["dependency-groups"]["dev"]]


def product() -> list[str]:
    """Names of the product's distributions, without what is said of their versions."""
    wanted = PYPROJECT["project"]["dependencies"]
    return [re.split(r"[<>=!~ ]", one, maxsplit=1)[0] for one in wanted]


def locked() -> dict[str, str]:
    return {entry.split("==")[0].strip(): entry for entry in dev.lock_entries(LOCK)}


def test_version_is_stated_alike() -> None:
    assert PYPROJECT["project"]["version"] == ipasn_core.__version__


def test_lock_is_fit_to_be_kept() -> None:
    assert LOCK.startswith(dev.LOCK_HEADER)
    assert dev.lock_faults(LOCK) == []


def test_lock_holds_all_that_is_declared() -> None:
    assert set(declared()) <= set(locked()), "run: dev.py lock"


def test_lock_holds_hashes_of_every_system() -> None:
    # Compiled packages have a wheel for each system and Python, so many hashes; one hash means
    # that the lock was made for this machine alone.
    for name in ("apsw-sqlite3mc", "msgspec", "numpy", "pillow", "python-calamine"):
        assert locked()[name].count("--hash=sha256:") >= 10, name
    assert "sys_platform == 'win32'" in locked()["colorama"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("--index-url https://example.org/simple\na==1 --hash=sha256:00\n", "address"),
        ("a @ https://example.org/a.whl --hash=sha256:00\n", "address"),
        ("--find-links wheels\n", "option"),
        ("a==1\n", "not pinned"),
        ("a>=1 \\\n    --hash=sha256:00\n", "not pinned"),
    ],
)
def test_unfit_locks_are_refused(text: str, word: str) -> None:
    assert [fault for fault in dev.lock_faults(text) if word in fault]


def test_every_library_of_the_product_has_a_room() -> None:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    kept = {name for contract in contracts for name in contract.get("forbidden_modules", ())}
    names = set(product()) - WITHOUT_ROOM
    assert {MODULES.get(name, name) for name in names} <= kept


def test_dev_imports_the_standard_library_only() -> None:
    tree = ast.parse((dev.ROOT / "dev.py").read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= sys.stdlib_module_names


def test_stamp_follows_the_lock() -> None:
    assert dev.wanted_stamp(b"a==1") == dev.wanted_stamp(b"a==1")
    assert dev.wanted_stamp(b"a==1") != dev.wanted_stamp(b"a==2")
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in dev.wanted_stamp(b"")


def test_environment_is_fresh_only_when_whole(tmp_path: Path) -> None:
    stamp, python = tmp_path / "stamp", tmp_path / "python"
    python.touch()
    assert not dev.is_fresh(stamp, python, "wanted")
    stamp.write_text("other", "utf-8")
    assert not dev.is_fresh(stamp, python, "wanted")
    stamp.write_text("wanted", "utf-8")
    assert dev.is_fresh(stamp, python, "wanted")
    python.unlink()
    assert not dev.is_fresh(stamp, python, "wanted")


def test_interrupted_install_leaves_no_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text("of an older lock", "utf-8")
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "make_venv", lambda: ["pip"])

    def interrupt(command: dev.Arguments, purpose: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "must", interrupt)
    with pytest.raises(KeyboardInterrupt):
        dev.need_venv()
    assert not stamp.exists()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((0, "pip 23.0.1 from /usr/lib (python 3.11)"), True),
        ((0, "pip 22.2 from /usr/lib (python 3.11)"), False),
        ((1, "No module named pip"), False),
    ],
)
def test_only_a_pip_that_knows_other_pythons_is_used(
    answer: tuple[int, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "capture", lambda _command: answer)
    assert (dev.foreign_pip() is not None) is expected


@pytest.mark.skipif(os.name == "nt", reason="apt is asked elsewhere only")
def test_missing_programs_are_named_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Fault, match=r"sudo apt-get install poppler-utils qpdf"):
        dev.need_programs()


def test_failing_program_is_shown_whole_and_its_code_passed_on() -> None:
    script = "import sys; print('what went wrong'); sys.exit(7)"
    with pytest.raises(dev.Fault, match="what went wrong") as caught:
        dev.must([sys.executable, "-c", script], "trying")
    assert caught.value.code == 7
    assert dev.start([sys.executable, "-c", "import sys; sys.exit(5)"]) == 5
    assert dev.exit_code(-9) == 137


def ask(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(dev.ROOT / "dev.py"), *arguments],
        capture_output=True,
        check=False,
        encoding=encoding,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def test_poor_encoding_is_no_fault() -> None:
    assert "…" in ask("help").stdout
    poor = ask("help", encoding="ascii")
    assert (poor.returncode, poor.stderr) == (0, "")


def test_no_verb_lists_all_and_a_wrong_one_is_refused() -> None:
    listed = ask()
    assert listed.returncode == 0
    assert set(dev.VERBS) <= set(re.findall(r"^  (\w+) ", listed.stdout, re.MULTILINE))
    wrong = ask("publish")
    assert wrong.returncode == 2
    assert "no such verb: publish" in wrong.stderr
    assert "Traceback" not in wrong.stderr


def test_tests_cannot_reach_the_network() -> None:
    with pytest.raises(PermissionError, match="network"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with pytest.raises(PermissionError, match="network"):
        socket.getaddrinfo("localhost", 80)
