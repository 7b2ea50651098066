"""The peer: the script that many offices have, pandas with openpyxl and a loop over `iterrows`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from .workbook_file import HEADER_ROW


def score(path: Path) -> dict[str, float]:
    """Read the wide table and return everybody's index by NIP."""
    table = pd.read_excel(path, header=HEADER_ROW - 1, dtype={"NIP": str})
    return {row["NIP"]: index(row) for _, row in table.iterrows()}


def index(row: Any) -> float:
    """Add up the four dimensions of Perban BKN 8/2019 for a row."""
    return kualifikasi(row) + kompetensi(row) + kinerja(row) + disiplin(row)


def kualifikasi(row: Any) -> float:
    """Score the degree."""
    if row["Pendidikan"] == "S-3":
        return 25
    if row["Pendidikan"] == "S-2":
        return 20
    if row["Pendidikan"] in ("S-1", "D-IV"):
        return 15
    if row["Pendidikan"] == "D-III":
        return 10
    return 5 if row["Pendidikan"] in ("D-II", "D-I", "SLTA") else 1


def kompetensi(row: Any) -> float:
    """Score the courses."""
    points = 0.0
    pelaksana = row["Jenis Jabatan"] == "Pelaksana"
    if row["Jenis Jabatan"] == "Struktural" and row["Diklat Kepemimpinan"] == "Sudah":
        points += 15
    if row["Jenis Jabatan"] == "Fungsional" and row["Diklat Fungsional"] == "Sudah":
        points += 15
    if row["JP Diklat Teknis"] >= 20:
        points += 22.5 if pelaksana else 15
    if row["Seminar/Workshop"] == "Sudah":
        points += 17.5 if pelaksana else 10
    return points


def kinerja(row: Any) -> float:
    """Score the appraisal."""
    for threshold, points in ((91, 30), (76, 25), (61, 15), (51, 5)):
        if row["Nilai Kinerja"] >= threshold:
            return points
    return 1


def disiplin(row: Any) -> float:
    """Score the heaviest sentence."""
    return {"Tidak Ada": 5, "Ringan": 3, "Sedang": 2, "Berat": 1}[row["Hukuman Disiplin"]]
