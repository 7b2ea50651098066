"""What Windows shows of the two programs under Properties, Details, and in its own messages."""

from __future__ import annotations

import re
from typing import Any

_INDONESIAN, _UNICODE = 0x0421, 1200
_WHAT = {"IPASN": "IPASN – Indeks Profesionalitas ASN", "ipasn-cli": "IPASN, baris perintah"}


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers that Windows wants of a version.

    Raises:
        ValueError: It does not begin with one to four numbers and dots.
    """
    found = re.match(r"\d+(\.\d+){0,3}", version)
    if not found:
        raise ValueError(f"no version: {version}")
    parts = [int(one) for one in found[0].split(".")] + [0, 0, 0]
    return (parts[0], parts[1], parts[2], parts[3])


def version_resource(version: str, name: str) -> Any:
    """Return the resource as PyInstaller wants it; on Windows only.

    Args:
        version: Of the product.
        name: Of the program, without ending.
    """
    from PyInstaller.utils.win32 import versioninfo as v  # type: ignore[import-untyped] # noqa: PLC0415 - there on Windows alone

    four = numbers(version)
    words = {
        "CompanyName": "IPASN",
        "FileDescription": _WHAT[name],
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "Lisensi MIT",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "IPASN",
        "ProductVersion": version,
    }
    strings = [v.StringStruct(key, text) for key, text in words.items()]
    table = v.StringTable(f"{_INDONESIAN:04X}{_UNICODE:04X}", strings)
    return v.VSVersionInfo(
        ffi=v.FixedFileInfo(filevers=four, prodvers=four),
        kids=[
            v.StringFileInfo([table]),
            v.VarFileInfo([v.VarStruct("Translation", [_INDONESIAN, _UNICODE])]),
        ],
    )
