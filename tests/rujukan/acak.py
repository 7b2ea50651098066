"""Make people at random who stand on the edges of the rule far more often than real ones.

The same seed gives the same person. Dates lie around the turn of years, hours around 20 in
fractions, appraisals around the bounds of bands; records, statements and coverage are mixed, and
anything may be missing. Everything made is what a reader could hand on: numbers lie within their
scale, codes are known.
"""

from __future__ import annotations

from random import Random
from typing import Any

from tests.rujukan.scorer import JENIS_HUKUMAN, PENURUNAN_PANGKAT, POIN_PENDIDIKAN, TINGKAT_DIKLAT

TAHUN_ACAK = 2021
"""The measured year that the edges lie around; 2020 and 2022 are worth comparing too."""

JENJANG = (
    "jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas", "eselon_v",
    "ahli_utama", "ahli_madya", "ahli_muda", "ahli_pertama", "penyelia", "mahir", "terampil",
    "pemula", "pelaksana",
)  # fmt: skip
ESELON = ("I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a", "V.b")
PENGEMBANGAN = ("diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar")

JP = ("0", "0.01", "0.005", "4", "7.5", "10", "10.25", "12.49", "19.99", "19.994", "19.995", "20",
      "20.001", "24", "40")  # fmt: skip
TEPI_100 = ("0", "50", "50.0004", "50.0005", "50.5", "50.999", "50.9995", "51", "60", "60.001",
            "60.9", "61", "75", "75.0005", "75.999", "76", "76.001", "90", "90.001", "90.0004",
            "90.99", "90.9994", "90.9995", "91", "100")  # fmt: skip
TEPI_120 = ("0", "49.9994", "49.9995", "50", "69.999", "70", "89.999", "89.9995", "90", "109.999",
            "109.9995", "110", "110.001", "120")  # fmt: skip
JP_PERNYATAAN = ("0", "19.99", "19.995", "20", "24", "sudah", "sudah", "belum", "belum")
SEMINAR_PERNYATAAN = ("0", "1", "3", "sudah", "sudah", "belum")
KEDUDUKAN = ("01", "01", "01", "01", "01", "02", "03", "04", "11", "15", "16", "20", "99")


def orang_acak(rng: Random) -> dict[str, Any]:
    """Make a person with all evidence, as the scorer takes it."""
    orang: dict[str, Any] = {"nip": nip_acak(rng)}
    if rng.random() < 0.7:
        orang["status"] = rng.choices(("PNS", "CPNS", "PPPK", "PPPK_PARUH_WAKTU"), (90, 4, 4, 2))[0]
    if rng.random() < 0.6:
        orang["kedudukan"] = rng.choice(KEDUDUKAN)
    orang["jenis_jabatan"] = rng.choice(("struktural", "struktural", "fungsional", "rangkap",
                                         "pelaksana"))  # fmt: skip
    if rng.random() < 0.6:
        # Mostly a level of a structural post: only those change what is asked.
        orang["jenjang"] = rng.choice(JENJANG[:6] if rng.random() < 0.7 else JENJANG)
    if rng.random() < 0.5:
        orang["eselon"] = rng.choice(ESELON)
    orang["pendidikan"] = [ijazah_acak(rng) for _ in range(rng.choice((0, 1, 1, 1, 2, 3)))]
    orang["pengembangan"] = [
        kegiatan_acak(rng) for _ in range(rng.choice((0, 0, 1, 2, 3, 4, 6, 9)))
    ]
    tahun_list = range(TAHUN_ACAK - 2, TAHUN_ACAK + 2)
    orang["penilaian"] = [penilaian_acak(rng, t) for t in tahun_list if rng.random() < 0.8]
    orang["hukuman"] = [hukuman_acak(rng) for _ in range(rng.choice((0, 0, 0, 1, 1, 2, 3)))]
    orang["pernyataan"] = pernyataan_acak(rng)
    orang["cakupan"] = [k for k in (*PENGEMBANGAN, "hukuman") if rng.random() < 0.35]
    return orang


def nip_acak(rng: Random) -> str:
    """Make an NIP, now and then an NI PPPK."""
    lahir = f"{rng.randint(1962, 1999)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    bulan = rng.choice((1, 12, rng.randint(1, 12), rng.randint(1, 12), rng.choice((21, 22, 29))))
    return f"{lahir}{rng.randint(2000, 2020)}{bulan:02}{rng.randint(1, 2)}{rng.randint(1, 999):03}"


def tanggal_acak(rng: Random, tahun_list: tuple[int, ...]) -> str:
    """Make a date of any precision, most often at the turn of a year."""
    tahun = rng.choice(tahun_list)
    return rng.choice((
        f"{tahun}", f"{tahun}-01", f"{tahun}-12", f"{tahun}-01-01", f"{tahun}-01-02",
        f"{tahun}-12-31", f"{tahun}-12-31", f"{tahun}-12-30",
        f"{tahun}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    ))  # fmt: skip


def sekitar(mundur: int) -> tuple[int, ...]:
    """Return years around a window's edge and around the end of the measured year."""
    return (TAHUN_ACAK - mundur - 1, TAHUN_ACAK - mundur, TAHUN_ACAK - mundur + 1,
            TAHUN_ACAK - 1, TAHUN_ACAK, TAHUN_ACAK, TAHUN_ACAK + 1)  # fmt: skip


def ijazah_acak(rng: Random) -> dict[str, Any]:
    """Make a degree."""
    ijazah = {"tingkat": rng.choice(tuple(POIN_PENDIDIKAN))}
    if rng.random() < 0.8:
        ijazah["tanggal"] = tanggal_acak(rng, (2004, *sekitar(0)))
    return ijazah


def kegiatan_acak(rng: Random) -> dict[str, Any]:
    """Make a course: its dates may cross New Year, hold a year only, or be missing."""
    jenis = rng.choice((1, 1, 2, 3, 3, 3, 5, 6, 12, rng.randint(1, 25), rng.randint(4, 25)))
    kegiatan: dict[str, Any] = {"jenis": jenis}
    if jenis == 1 and rng.random() < 0.85:
        kegiatan["tingkat"] = rng.choice(TINGKAT_DIKLAT)
    selesai = tanggal_acak(rng, sekitar(1))
    bentuk = rng.random()
    if bentuk < 0.45:
        kegiatan["selesai"] = selesai
    elif bentuk < 0.6:
        kegiatan["mulai"] = selesai
    elif bentuk < 0.75:
        kegiatan |= {"mulai": f"{int(selesai[:4]) - 1}-12-28", "selesai": selesai}
    elif bentuk < 0.9:
        kegiatan |= {"mulai": f"{selesai[:4]}-01-01", "selesai": selesai}
    if rng.random() < 0.9:
        kegiatan["jp"] = rng.choice(JP)
    return kegiatan


def penilaian_acak(rng: Random, tahun: int) -> dict[str, Any]:
    """Make an appraisal: a number, its parts, a predikat, two ratings, or several of these."""
    penilaian: dict[str, Any] = {"tahun": tahun}
    dasar = rng.choice((None, None, None, "pp46", "pp30", "permen6"))
    if dasar is not None:
        penilaian["dasar"] = dasar
    # A number without a stated scale must lie within that of any measured year.
    tepi = TEPI_120 if dasar in ("pp30", "permen6") else TEPI_100
    tertinggi = int(tepi[-1])

    def angka() -> str:
        return rng.choice(tepi) if rng.random() < 0.7 else f"{rng.uniform(0, tertinggi - 1):.4f}"

    if rng.random() < 0.5:
        penilaian["nilai"] = angka()
    for bagian in ("skp", "perilaku"):
        if rng.random() < 0.5:
            penilaian[bagian] = angka()
    if rng.random() < 0.5:
        penilaian["predikat"] = rng.choice(("sangat_baik", "baik", "butuh_perbaikan", "kurang",
                                            "sangat_kurang"))  # fmt: skip
    for bagian in ("hasil", "perilaku_kerja"):
        if rng.random() < 0.6:
            penilaian[bagian] = rng.choice(("di_atas", "sesuai", "di_bawah"))
    if rng.random() < 0.4:
        penilaian["ide_baru"] = rng.random() < 0.6
    return penilaian


def hukuman_acak(rng: Random) -> dict[str, Any]:
    """Make a sentence: level stated or not, cancelled, without TMT, without any date."""
    hukuman: dict[str, Any] = {}
    if rng.random() < 0.4:
        hukuman["tingkat"] = rng.choice(("ringan", "sedang", "berat"))
    if rng.random() < 0.85:
        pilihan = (*JENIS_HUKUMAN, 12, 21, 22, PENURUNAN_PANGKAT, PENURUNAN_PANGKAT, 8, 14)
        hukuman["jenis"] = rng.choice(pilihan)
    if rng.random() < 0.3:
        hukuman["masa_bulan"] = rng.choice((6, 12, 12, 24, 36, 36))
    if rng.random() < 0.75:
        hukuman["tmt"] = tanggal_acak(rng, sekitar(4))
    if rng.random() < 0.6:
        hukuman["tanggal_sk"] = tanggal_acak(rng, sekitar(4))
    if rng.random() < 0.2:
        hukuman["batal"] = True
    return hukuman


def pernyataan_acak(rng: Random) -> dict[str, Any]:
    """Make the statements of a wide table, most of them missing."""
    pilihan: dict[str, tuple[str, ...]] = {
        "pendidikan": tuple(POIN_PENDIDIKAN),
        "diklat_kepemimpinan": ("sudah", "sudah", "belum", "belum", *TINGKAT_DIKLAT),
        "diklat_fungsional": ("sudah", "belum"),
        "diklat_teknis": JP_PERNYATAAN,
        "seminar": SEMINAR_PERNYATAAN,
        "hukuman": ("tidak_ada", "tidak_ada", "ringan", "sedang", "berat"),
    }
    return {kunci: rng.choice(isi) for kunci, isi in pilihan.items() if rng.random() < 0.35}
