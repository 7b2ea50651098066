"""What can be known of the Windows build without building it."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

import dev
from resources.installer import make, wine
from resources.installer.version_resource import numbers

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "resources" / "installer"


@pytest.mark.parametrize(
    ("version", "four"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3.4", (1, 2, 3, 4)), ("2.0rc1", (2, 0, 0, 0))],
)
def test_windows_wants_four_numbers(version: str, four: tuple[int, ...]) -> None:
    assert numbers(version) == four
    with pytest.raises(ValueError, match="no version"):
        numbers(f"v{version}")


def test_bench_takes_the_product_from_the_lock_and_no_tool_but_the_builder() -> None:
    lock = (ROOT / "requirements" / "dev.lock").read_text("utf-8")
    made = wine.product_lock(lock, (ROOT / "pyproject.toml").read_text("utf-8"))
    kept = {entry.partition("==")[0] for entry in dev.lock_entries(made)}
    assert {"pyside6-essentials", "numpy", "apsw-sqlite3mc", "pyinstaller", "pefile"} <= kept
    assert not kept & {"pandas", "mypy", "ruff", "uv", "pytest", "pytest-qt", "hypothesis"}
    assert dev.lock_faults(made) == []


def test_parts_of_the_bench_are_pinned_by_hash() -> None:
    text = (INSTALLER / "bench.txt").read_text("utf-8")
    assert len(dev.lock_entries(text)) == 3
    assert dev.lock_faults(text) == []


def test_python3_forwards_functions_and_data() -> None:
    definition = "LIBRARY python311.dll\nEXPORTS\nPyLong_Type DATA\n_PyX\nPy_Main\nother\n"
    assert wine.forward(definition) == (
        'LIBRARY "python3.dll"\nEXPORTS\nPyLong_Type = python311.PyLong_Type DATA\n'
        "_PyX = python311._PyX\nPy_Main = python311.Py_Main\n"
    )


def test_stand_in_is_found_by_name_and_by_content(tmp_path: Path) -> None:
    bench, bundle = wine.Bench(tmp_path / "bench"), tmp_path / "program"
    (tmp_path / "bench" / "stand-ins").mkdir(parents=True)
    bundle.mkdir()
    (tmp_path / "bench" / "stand-ins" / "icuuc.dll").write_bytes(b"stand-in")
    (bundle / "good.dll").write_bytes(b"good")
    assert wine.foreign_files(bundle, bench) == []
    (bundle / "renamed.pyd").write_bytes(b"stand-in")
    (bundle / "ICUUC.dll").write_bytes(b"another")
    assert wine.foreign_files(bundle, bench) == ["ICUUC.dll", "renamed.pyd"]


def test_installer_script_is_handed_what_it_uses_and_nothing_else() -> None:
    script = (INSTALLER / "ipasn.nsi").read_text("utf-8")
    code = "\n".join(line for line in script.splitlines() if not line.startswith(";"))
    handed = set(
        re.findall(r'^        "([A-Z0-9]+)": ', (INSTALLER / "make.py").read_text("utf-8"), re.M)
    )
    own = {"UNINSTALL", "CLASSES", "KIND", "PREFIX"}
    logic = {"If", "IfNot", "OrIfNot", "Else", "EndIf", "Errors", "FileExists", "RunningX64"}
    used = set(re.findall(r"\$\{(\w+)\}", code))
    assert used - own - logic - {"AtLeastBuild"} == handed


def test_icon_has_every_size_and_all_of_its_bytes() -> None:
    icon = (ROOT / "resources" / "icons" / "ipasn.ico").read_bytes()
    count = struct.unpack_from("<HHH", icon)[2]
    entries = [struct.unpack_from("<BBBBHHII", icon, 6 + 16 * k) for k in range(count)]
    assert [one[0] or 256 for one in entries] == [16, 20, 24, 32, 40, 48, 64, 128, 256]
    end = 6 + 16 * count
    for one in entries:
        assert one[7] == end
        end += one[6]
    assert end == len(icon)


def test_workflows_call_verbs_that_exist() -> None:
    called = [
        verb
        for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        for verb in re.findall(r"python dev\.py (\w+)", path.read_text("utf-8"))
    ]
    assert called == ["installer", "check", "test"]
    assert set(called) <= set(dev.VERBS)


def test_version_is_the_products() -> None:
    assert (
        make.version()
        == re.findall(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)[0]
    )
