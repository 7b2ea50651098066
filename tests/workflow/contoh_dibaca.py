"""The sample read by openpyxl alone, for the reference scorer: nothing of the package is used."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

Orang = dict[str, Any]

JENJANG = {"JPT Pratama": "jpt_pratama", "Administrator": "administrator", "Pengawas": "pengawas"}
PENDIDIKAN = {
    "SD/Sederajat": "sd",
    "SLTP/Sederajat": "sltp",
    "SLTA/Sederajat": "slta",
    "D-II": "d2",
    "D-III": "d3",
    "D-IV": "d4",
    "S-1": "s1",
    "S-2": "s2",
    "S-3": "s3",
}
# SIASN's ids of kinds of course; any of 4, 7–11 and 13–25 is seminar and the like.
DIKLAT = {
    "Diklat Kepemimpinan": 1,
    "Diklat Fungsional": 2,
    "Diklat Teknis": 3,
    "Seminar": 4,
    "Workshop": 4,
    "Bimtek": 4,
    "Kursus": 4,
    "Magang": 4,
}
TINGKAT_DIKLAT = {
    "Pelatihan Kepemimpinan Pengawas": "pkp",
    "Pelatihan Kepemimpinan Administrator": "pka",
    "PKN Tingkat II": "pkn2",
}


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every sheet's rows."""
    book = load_workbook(path, read_only=True, data_only=True)
    found = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    book.close()
    return found


def _orang(nip: str, status: str, jenis: str, jenjang: str) -> Orang:
    found: Orang = {"nip": nip, "status": status, "jenis_jabatan": jenis.lower()}
    if jenjang in JENJANG:
        found["jenjang"] = JENJANG[jenjang]
    return found


def dari_nominatif(lembar: dict[str, list[tuple[Any, ...]]]) -> dict[str, Orang]:
    """Return what the wide table states of each person."""
    people = {}
    for row in lembar["Nominatif"][5:]:
        (_, nip, _, status, _, _, jenis, jenjang, _, _, degree, pim, fung, jp, sem, nilai, hd) = row
        people[nip] = _orang(nip, status, jenis, jenjang) | {
            "pernyataan": {
                "pendidikan": PENDIDIKAN[degree],
                "diklat_kepemimpinan": pim.lower(),
                "diklat_fungsional": fung.lower(),
                "diklat_teknis": str(jp),
                "seminar": sem.lower(),
                "hukuman": hd.lower().replace(" ", "_"),
            },
            "penilaian": [{"tahun": 2021, "nilai": str(nilai)}],
        }
    return people


def dari_riwayat(lembar: dict[str, list[tuple[Any, ...]]]) -> dict[str, Orang]:
    """Return each person with the records of the five sheets."""
    kinds = ("pendidikan", "pengembangan", "penilaian", "hukuman")
    found: dict[str, dict[str, list[Any]]] = {kind: defaultdict(list) for kind in kinds}
    for nip, degree, _, year in lembar["Riwayat Pendidikan"][1:]:
        found["pendidikan"][nip].append({"tingkat": PENDIDIKAN[degree], "tanggal": str(year)})
    for nip, kind, name, start, end, jp, *_ in lembar["Riwayat Diklat"][1:]:
        course = {
            "jenis": DIKLAT[kind],
            "mulai": start.date().isoformat(),
            "selesai": end.date().isoformat(),
            "jp": str(jp),
        }
        if name in TINGKAT_DIKLAT:
            course["tingkat"] = TINGKAT_DIKLAT[name]
        found["pengembangan"][nip].append(course)
    for nip, year, skp, behaviour, value in lembar["Kinerja"][1:]:
        found["penilaian"][nip].append(
            {"tahun": year, "skp": str(skp), "perilaku": str(behaviour), "nilai": str(value)}
        )
    for nip, level, _, _, date in lembar["Hukuman Disiplin"][1:]:
        found["hukuman"][nip].append(
            {"tingkat": level.lower(), "tanggal_sk": date.date().isoformat()}
        )
    covered = ["diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar", "hukuman"]
    return {
        row[0]: _orang(row[0], row[2], row[5], row[6])
        | {kind: found[kind][row[0]] for kind in kinds}
        | {"cakupan": covered}
        for row in lembar["Pegawai"][1:]
    }
