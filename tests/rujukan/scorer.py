"""Score one person under Perban BKN 8/2019, sentence by sentence, in plain Python.

This is the reference that the vectorised scorer is compared with. It was written from the text of
the rule alone, imports nothing of the package and knows no arrays; where the text leaves room, the
comment names the entry of `resources/panduan/tafsir.md` that settles it. It is slow on purpose:
one person, one sentence of the rule at a time.

A person is a mapping of plain values, the same that `tests/kasus/*.toml` hold. Points are exact
fractions. Codes are words ("s1", "pka", "sedang") or SIASN's own ids (kinds of course, of
sentence).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

Orang = Mapping[str, Any]

INSTRUMEN = {
    "pendidikan": "kualifikasi",
    "diklat_kepemimpinan": "kompetensi",
    "diklat_fungsional": "kompetensi",
    "diklat_teknis": "kompetensi",
    "seminar": "kompetensi",
    "kinerja": "kinerja",
    "disiplin": "disiplin",
}
"""Instrument → dimension, in the order of the regulation."""

DIMENSI = ("kualifikasi", "kompetensi", "kinerja", "disiplin")

KEDUDUKAN_DIUKUR = ("01", "03", "11", "15", "16")
"""tafsir kedudukan-hukum: a missing code counts as well."""

# Pasal 7. The order is the rank of the degrees.
POIN_PENDIDIKAN = {
    "sd": 1, "sltp": 1, "slta": 5, "d1": 5, "d2": 5, "d3": 10, "d4": 15, "s1": 15, "s2": 20,
    "s3": 25,
}  # fmt: skip

# Pasal 8: points by kind of post; an instrument without an entry does not apply to that post.
POIN_KOMPETENSI: dict[str, dict[str, Fraction]] = {
    "struktural": {
        "diklat_kepemimpinan": Fraction(15),
        "diklat_teknis": Fraction(15),
        "seminar": Fraction(10),
    },
    "fungsional": {
        "diklat_fungsional": Fraction(15),
        "diklat_teknis": Fraction(15),
        "seminar": Fraction(10),
    },
    "pelaksana": {"diklat_teknis": Fraction(45, 2), "seminar": Fraction(35, 2)},
}
AMBANG_JP = Fraction(20)

# tafsir peta-jenis-diklat: SIASN's kinds of course.
JENIS_DIKLAT = {
    "diklat_kepemimpinan": (1,),
    "diklat_fungsional": (2,),
    "diklat_teknis": (3, 5, 6, 12),
    "seminar": (4, *range(7, 12), *range(13, 26)),
}

# tafsir diklat-lebih-tinggi: what satisfies a level of post.
TINGKAT_SESUAI = {
    "jpt": ("pkn2", "pkn1"),
    "administrator": ("pka", "pkn2", "pkn1"),
    "pengawas": ("pkp", "pka", "pkn2", "pkn1"),
}
TINGKAT_DIKLAT = ("sepada", "pkp", "pka", "pkn2", "pkn1", "lain")

JENJANG_STRUKTURAL = {
    "jpt_utama": "jpt", "jpt_madya": "jpt", "jpt_pratama": "jpt",
    "administrator": "administrator", "pengawas": "pengawas", "eselon_v": "eselon_v",
}  # fmt: skip
ESELON = {
    "I": "jpt", "II": "jpt", "III": "administrator", "IV": "pengawas", "V": "eselon_v",
}  # fmt: skip

# Pasal 9.
POIN_KINERJA = {"sangat_baik": 30, "baik": 25, "butuh_perbaikan": 15, "kurang": 5,
                "sangat_kurang": 1}  # fmt: skip
PITA_100 = ((91, "sangat_baik"), (76, "baik"), (61, "butuh_perbaikan"), (51, "kurang"))
PITA_120 = ((110, "sangat_baik"), (90, "baik"), (70, "butuh_perbaikan"), (50, "kurang"))
MATRIKS = {
    ("di_atas", "di_atas"): "sangat_baik",
    ("di_atas", "sesuai"): "baik",
    ("di_atas", "di_bawah"): "kurang",
    ("sesuai", "di_atas"): "baik",
    ("sesuai", "sesuai"): "baik",
    ("sesuai", "di_bawah"): "kurang",
    ("di_bawah", "di_atas"): "butuh_perbaikan",
    ("di_bawah", "sesuai"): "butuh_perbaikan",
    ("di_bawah", "di_bawah"): "sangat_kurang",
}

# Pasal 10. The order is the weight of the sentences.
POIN_HUKUMAN = {"tidak_ada": 5, "ringan": 3, "sedang": 2, "berat": 1}
JENIS_HUKUMAN = {
    **dict.fromkeys((1, 2, 3, 91), "ringan"),
    **dict.fromkeys((4, 5, 6, 7, 8, 23, 24, 25), "sedang"),
    **dict.fromkeys((9, 10, 11, 13, 14, 27, 28), "berat"),
}
BUKAN_HUKUMAN = (12, 21, 22)
PENURUNAN_PANGKAT = 92
"""Our own code, beside SIASN's: "penurunan pangkat" written without its length."""
LAMA_PENURUNAN_PANGKAT = {12: "sedang", 36: "berat"}

KATEGORI = ((91, "Sangat Tinggi"), (81, "Tinggi"), (71, "Sedang"), (61, "Rendah"))


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a person scores.

    Attributes:
        diukur: Whether the rule measures this person; if not, all that follows is empty.
        instrumen: Points by instrument, 0 for those that do not apply to the post.
        dimensi: Points by dimension.
        indeks: Their sum.
        kategori: Name of its class.
        lengkap: Whether no instrument that applies is without data.
        belum: The instruments that are, in the order of the regulation.
    """

    diukur: bool
    instrumen: Mapping[str, Fraction]
    dimensi: Mapping[str, Fraction]
    indeks: Fraction | None
    kategori: str | None
    lengkap: bool | None
    belum: tuple[str, ...]


Nilai = tuple[Fraction, bool]
"""Points, and whether there is data for them."""

TANPA_DATA: Nilai = (Fraction(0), False)


def nilai(
    orang: Orang,
    tahun: int,
    *,
    batas: str = "bawah",
    tahun_kinerja: int = 0,
    kedudukan_diukur: Iterable[str] = KEDUDUKAN_DIUKUR,
) -> Hasil:
    """Score a person for a measured year.

    Args:
        orang: The person and all evidence, as plain values.
        tahun: The measured year.
        batas: "bawah" (a band starts at its lower bound) or "atas" (above the upper bound of the
            band below).
        tahun_kinerja: 0, or -1 where the appraisal of the year before is used.
        kedudukan_diukur: Codes of kedudukan hukum that are measured, beside a missing one.

    Raises:
        ValueError: A parameter, code or number that no reader would hand on.
    """
    if batas not in ("bawah", "atas") or tahun_kinerja not in (0, -1):
        raise ValueError(f"parameter: {batas}, {tahun_kinerja}")
    if not diukur(orang, tuple(kedudukan_diukur)):
        return Hasil(False, {}, {}, None, None, None, ())
    jabatan, jenjang = kelompok_jabatan(orang)
    berlaku = POIN_KOMPETENSI[jabatan]
    temuan: dict[str, Nilai] = {
        "pendidikan": pendidikan(orang, tahun),
        **{i: pengembangan(i, berlaku[i], orang, tahun, jenjang) for i in berlaku},
        "kinerja": kinerja(orang, tahun, batas, tahun_kinerja),
        "disiplin": disiplin(orang, tahun),
    }
    poin = {i: temuan.get(i, TANPA_DATA)[0] for i in INSTRUMEN}
    dimensi = {
        d: sum((poin[i] for i, milik in INSTRUMEN.items() if milik == d), Fraction(0))
        for d in DIMENSI
    }
    indeks = sum(dimensi.values(), Fraction(0))
    belum = tuple(i for i in INSTRUMEN if i in temuan and not temuan[i][1])
    return Hasil(True, poin, dimensi, indeks, kategori(indeks, batas), not belum, belum)


def diukur(orang: Orang, kedudukan_diukur: tuple[str, ...]) -> bool:
    """Tell whether the rule measures this person: a PNS whose kedudukan counts."""
    status = orang.get("status")
    if status is None:  # tafsir status-dari-nip
        bulan = int(str(orang["nip"])[12:14])
        status = "PNS" if 1 <= bulan <= 12 else "PPPK" if 21 <= bulan <= 29 else "?"
    kedudukan = orang.get("kedudukan")
    return status == "PNS" and (kedudukan is None or kedudukan in kedudukan_diukur)


def kelompok_jabatan(orang: Orang) -> tuple[str, str | None]:
    """Return the column of Pasal 8 a person stands in, and the level of a structural post."""
    jenis = orang["jenis_jabatan"]
    if jenis == "rangkap":  # tafsir jabatan-rangkap
        jenis = "struktural"
    if jenis != "struktural":
        return jenis, None
    # tafsir jenjang-dan-eselon: a structural jenjang that is stated wins over the eselon.
    jenjang = JENJANG_STRUKTURAL.get(orang.get("jenjang", ""))
    if jenjang is None and "eselon" in orang:
        jenjang = ESELON[orang["eselon"].split(".")[0]]
    if jenjang == "eselon_v":  # tafsir eselon-v
        return "pelaksana", None
    return "struktural", jenjang


def tahun_dari(*tanggal: str | None) -> int | None:
    """Return the year of the first date that is stated ("2021", "2021-07" or "2021-07-31")."""
    for satu in tanggal:
        if satu is not None:
            return int(satu[:4])
    return None


def bilangan(teks: Any, satuan: str) -> Fraction | None:
    """Read a number and round it half up to a unit such as "0.001"; None stays None."""
    if teks is None:
        return None
    return Fraction(Decimal(str(teks)).quantize(Decimal(satuan), rounding=ROUND_HALF_UP))


def pendidikan(orang: Orang, tahun: int) -> Nilai:
    """Pasal 7: the highest degree held by the end of the measured year."""
    tingkat = []
    for ijazah in orang.get("pendidikan", ()):
        lulus = tahun_dari(ijazah.get("tanggal"))
        if lulus is None or lulus <= tahun:  # tafsir catatan-tanpa-tanggal, sesudah-tahun-ukur
            tingkat.append(ijazah["tingkat"])
    pernyataan = orang.get("pernyataan", {}).get("pendidikan")
    if pernyataan is not None:
        tingkat.append(pernyataan)
    if not tingkat:
        return TANPA_DATA
    return Fraction(max(POIN_PENDIDIKAN[t] for t in tingkat)), True


def pengembangan(
    instrumen: str, poin: Fraction, orang: Orang, tahun: int, jenjang: str | None
) -> Nilai:
    """Pasal 8: one instrument of kompetensi; all of its points or none."""
    rekaman = []
    for kegiatan in orang.get("pengembangan", ()):
        if kegiatan["jenis"] not in range(1, 26):
            raise ValueError(f"jenis diklat: {kegiatan['jenis']}")
        selesai = tahun_dari(kegiatan.get("selesai"), kegiatan.get("mulai"))
        # tafsir sesudah-tahun-ukur: what comes later is as if it were not there.
        if kegiatan["jenis"] in JENIS_DIKLAT[instrumen] and (selesai is None or selesai <= tahun):
            rekaman.append((kegiatan, selesai))
    pernyataan = orang.get("pernyataan", {}).get(instrumen)
    ada_data = bool(rekaman) or pernyataan is not None or instrumen in orang.get("cakupan", ())
    if pernyataan == "sudah":  # tafsir sudah-dianggap-sesuai
        return poin, True
    if instrumen == "diklat_kepemimpinan":
        if jenjang is None:  # tafsir jenjang-kosong: only a plain "belum" needs no level either
            return Fraction(0), pernyataan == "belum"
        tercapai = kepemimpinan(rekaman, pernyataan, jenjang)
    elif instrumen == "diklat_fungsional":
        tercapai = bool(rekaman)  # tafsir diklat-fungsional-mana-pun, ever
    elif instrumen == "diklat_teknis":
        tercapai = jam(rekaman, pernyataan, tahun) >= AMBANG_JP
    else:
        tercapai = banyaknya(rekaman, pernyataan, tahun) >= 1
    return (poin if tercapai else Fraction(0)), ada_data


Rekaman = list[tuple[Mapping[str, Any], "int | None"]]
"""Courses of one instrument with the year they count in, None where they have no date."""


def kepemimpinan(rekaman: Rekaman, pernyataan: str | None, jenjang: str) -> bool:
    """Pasal 8 ayat (4): ever a leadership course of the level of the post, or higher."""
    tingkat = [kegiatan.get("tingkat") for kegiatan, _ in rekaman]
    if pernyataan is not None and pernyataan != "belum":
        tingkat.append(pernyataan)
    for satu in tingkat:
        if satu is not None and satu not in TINGKAT_DIKLAT:
            raise ValueError(f"tingkat diklat: {satu}")
    return any(satu in TINGKAT_SESUAI[jenjang] for satu in tingkat)


def jam(rekaman: Rekaman, pernyataan: str | None, tahun: int) -> Fraction:
    """Pasal 8 ayat (6): hours of the measured year, recorded or stated, whichever is more."""
    jumlah = Fraction(0)
    for kegiatan, selesai in rekaman:
        if selesai == tahun:
            jumlah += bilangan(kegiatan.get("jp"), "0.01") or 0
    if pernyataan is None or pernyataan == "belum":
        return jumlah
    return max(jumlah, bilangan(pernyataan, "0.01") or Fraction(0))


def banyaknya(rekaman: Rekaman, pernyataan: str | None, tahun: int) -> int:
    """Pasal 8 ayat (7): activities of two years, recorded or stated, whichever is more."""
    jumlah = sum(1 for _, selesai in rekaman if selesai in (tahun, tahun - 1))
    if pernyataan is None or pernyataan == "belum":
        return jumlah
    return max(jumlah, int(pernyataan))


def kinerja(orang: Orang, tahun: int, batas: str, tahun_kinerja: int) -> Nilai:
    """Pasal 9: the appraisal of the measured year, or of the year before."""
    for penilaian in orang.get("penilaian", ()):
        if penilaian["tahun"] == tahun + tahun_kinerja:
            # tafsir skala-kinerja: the measured year chooses the scale unless the record names one.
            dasar = penilaian.get("dasar", "pp46" if tahun <= 2021 else "permen6")
            langkah = langkah_kinerja(penilaian, dasar, batas)
            return TANPA_DATA if langkah is None else (Fraction(POIN_KINERJA[langkah]), True)
    return TANPA_DATA


def langkah_kinerja(penilaian: Mapping[str, Any], dasar: str, batas: str) -> str | None:
    """Return the step an appraisal stands on: number, else predikat, else the matrix."""
    angka = bilangan(penilaian.get("nilai"), "0.001")
    if angka is None:
        angka = gabungan(penilaian, dasar)
    if angka is not None:
        return pita(angka, dasar, batas, bool(penilaian.get("ide_baru")))
    predikat: str | None = penilaian.get("predikat")
    if predikat is not None:
        return predikat
    if "hasil" in penilaian and "perilaku_kerja" in penilaian:
        return MATRIKS[penilaian["hasil"], penilaian["perilaku_kerja"]]
    return None


def gabungan(penilaian: Mapping[str, Any], dasar: str) -> Fraction | None:
    """Combine SKP and perilaku, exactly, where both are known and the scale has weights."""
    skp = bilangan(penilaian.get("skp"), "0.001")
    perilaku = bilangan(penilaian.get("perilaku"), "0.001")
    bobot = {"pp46": Fraction(60, 100), "pp30": Fraction(70, 100)}.get(dasar)
    if skp is None or perilaku is None or bobot is None:  # tafsir skp-dan-perilaku
        return None
    return bobot * skp + (1 - bobot) * perilaku


def pita(angka: Fraction, dasar: str, batas: str, ide_baru: bool) -> str:
    """Return the band a number falls in."""
    tertinggi = {"pp46": 100, "pp30": 120, "permen6": 120}[dasar]
    if not 0 <= angka <= tertinggi:
        raise ValueError(f"nilai kinerja di luar skala {dasar}: {angka}")
    if dasar == "pp46":
        return di_pita(angka, PITA_100, batas) or "sangat_kurang"
    # The scale of 0-120 states its bounds as half open: there is only one reading of them.
    langkah = di_pita(angka, PITA_120, "bawah") or "sangat_kurang"
    if langkah == "sangat_baik" and dasar == "pp30" and not ide_baru:  # tafsir ide-baru
        return "baik"
    return langkah


def di_pita(angka: Fraction, daftar: Iterable[tuple[int, str]], batas: str) -> str | None:
    """Find the band of whole numbers a number falls in; None below the last (batas-pita)."""
    for mulai, nama in daftar:
        # By upper bound a band begins above the upper bound of the next, the whole number below.
        if angka >= mulai or (batas == "atas" and angka > mulai - 1):
            return nama
    return None


def disiplin(orang: Orang, tahun: int) -> Nilai:
    """Pasal 10: the heaviest sentence of the last five calendar years."""
    hukuman: list[str] = []
    ada_data = "hukuman" in orang.get("cakupan", ())
    for satu in orang.get("hukuman", ()):
        if satu.get("jenis") in BUKAN_HUKUMAN:  # tafsir bukan-hukuman
            continue
        berlaku = tahun_dari(satu.get("tmt"), satu.get("tanggal_sk"))  # tafsir hukuman-tanpa-tmt
        if berlaku is None or berlaku > tahun:
            continue  # tafsir catatan-tanpa-tanggal, sesudah-tahun-ukur
        ada_data = True
        if berlaku < tahun - 4 or satu.get("batal"):  # tafsir jendela-hukuman, hukuman-dibatalkan
            continue
        tingkat = tingkat_hukuman(satu)
        if tingkat is None:
            return TANPA_DATA  # tafsir hukuman-tanpa-tingkat
        hukuman.append(tingkat)
    pernyataan = orang.get("pernyataan", {}).get("hukuman")
    if pernyataan is not None:
        hukuman.append(pernyataan)
    if not (ada_data or hukuman):
        return TANPA_DATA
    return Fraction(min((POIN_HUKUMAN[t] for t in hukuman), default=5)), True


def tingkat_hukuman(hukuman: Mapping[str, Any]) -> str | None:
    """Return the level of a sentence: stated, else from its kind, else None."""
    tingkat: str | None = hukuman.get("tingkat")
    if tingkat is not None:
        return tingkat
    jenis = hukuman.get("jenis")
    if jenis == PENURUNAN_PANGKAT:  # tafsir penurunan-pangkat
        return LAMA_PENURUNAN_PANGKAT.get(hukuman.get("masa_bulan", 0))
    return JENIS_HUKUMAN.get(jenis) if jenis is not None else None


def kategori(indeks: Fraction, batas: str = "bawah") -> str:
    """Return the class of an index, decided on the value as printed: half up to two decimals."""
    tercetak = Fraction((indeks * 100 + Fraction(1, 2)).__floor__(), 100)
    return di_pita(tercetak, KATEGORI, batas) or "Sangat Rendah"
