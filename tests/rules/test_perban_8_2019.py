"""The shipped edition: what it says, and that it does not change once released."""

from __future__ import annotations

import re
from typing import TypeVar

import pytest

from ipasn_core.model.vocab import (
    PENGEMBANGAN,
    Bukti,
    DasarKinerja,
    Ekspektasi,
    JenisDiklat,
    JenisHukuman,
    JenisJabatan,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatDiklat,
    TingkatHukuman,
)
from ipasn_core.resources import resource
from ipasn_core.rules.edition import (
    KOLOM_JABATAN,
    TIDAK_BERLAKU,
    Edition,
    Instrumen,
    Jam,
    Jumlah,
    Pernah,
    Rentang,
    Terberat,
    Tingkat,
)
from ipasn_core.rules.loader import editions, parse_edition

RILIS = {
    ("perban-bkn-8-2019", 0): "07e1f6778be1c4068f22890b0f62432158ad15c11bf08b3f1961a8c03ebcab60",
}
"""SHA-256 of every released text.

A released edition is never edited: a signed report rests on it. A correction is a new file with the
same `id` and the next `revisi`, and a new line here; the old file stays. Until the first release of
the program nothing rests on it, and the sum here is simply brought up to date.
"""

T = TypeVar("T", bound=Instrumen)

PASAL = re.compile(r"\d+( ayat \(\d+\))?( huruf [a-z])?")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return next(one for one in editions() if one.id == "perban-bkn-8-2019")


def instrumen(edition: Edition, kind: type[T], id_: str) -> T:
    one = next(one for _, one in edition.instrumen if one.id == id_)
    assert isinstance(one, kind)
    return one


def test_released_editions_are_frozen() -> None:
    released = {(e.id, e.revisi): e.sidik for e in editions() if not e.draf}
    assert released == RILIS, "a correction of a released edition is a new revision, see RILIS"


def test_the_index_can_be_reached_in_every_kind_of_post(edition: Edition) -> None:
    for kolom in KOLOM_JABATAN:
        best = [
            sum(max(0, one.maksimal[kolom]) for one in dimensi.instrumen)
            for dimensi in edition.dimensi
        ]
        assert best == [25_000, 40_000, 30_000, 5_000]
        assert best == [dimensi.maksimal for dimensi in edition.dimensi]


def test_every_number_has_its_article(edition: Edition) -> None:
    for dimensi in edition.dimensi:
        assert PASAL.fullmatch(dimensi.pasal)
        for one in dimensi.instrumen:
            assert PASAL.fullmatch(one.pasal)
            assert one.pasal.split()[0] == dimensi.pasal
            assert all(PASAL.fullmatch(langkah.pasal) for langkah in one.langkah)


def test_table_1_as_the_report_prints_it(edition: Edition) -> None:
    columns = [
        (one.nama, *(langkah.poin[k] for k in KOLOM_JABATAN))
        for one in edition.dimensi[1].instrumen
        for langkah in one.langkah
    ]
    none = TIDAK_BERLAKU
    assert columns == [
        ("Diklat kepemimpinan", 15_000, none, none),
        ("Diklat fungsional", none, 15_000, none),
        ("Diklat teknis", 15_000, 15_000, 22_500),
        ("Seminar, lokakarya, magang, kursus, dan sejenisnya", 10_000, 10_000, 17_500),
    ]
    uniform = [
        [langkah.seragam for langkah in one.langkah]
        for dimensi in (edition.dimensi[0], *edition.dimensi[2:])
        for one in dimensi.instrumen
    ]
    assert uniform == [
        [25_000, 20_000, 15_000, 10_000, 5_000, 1_000],
        [30_000, 25_000, 15_000, 5_000, 1_000],
        [5_000, 3_000, 2_000, 1_000],
    ]
    assert edition.dimensi[1].instrumen[2].langkah[0].seragam is None


def test_printed_ranges_say_what_is_computed(edition: Edition) -> None:
    bands = instrumen(edition, Rentang, "kinerja")
    for langkah, bound in zip(bands.langkah, bands.ambang[DasarKinerja.PP46], strict=True):
        assert langkah.ukuran.startswith(f"{bound // 100_000}–" if bound else "50 ke bawah")
    for kategori in edition.kategori:
        assert kategori.rentang.startswith(
            f"{kategori.ambang // 1000}–" if kategori.ambang else "60 ke bawah"
        )
    teknis = instrumen(edition, Jam, "diklat_teknis")
    assert (teknis.ambang_jp, teknis.jendela_tahun) == (20_00, 1)
    assert teknis.langkah[0].ukuran == "Paling sedikit 20 JP dalam satu tahun"


def test_levels_of_education(edition: Edition) -> None:
    one = instrumen(edition, Tingkat, "pendidikan")
    points = {level: one.langkah[one.langkah_dari[level]].seragam for level in Pendidikan}
    assert points[Pendidikan.SLTP] == points[Pendidikan.SD] == 1_000
    assert points[Pendidikan.SLTA] == points[Pendidikan.D1] == points[Pendidikan.D2] == 5_000
    assert points[Pendidikan.D4] == points[Pendidikan.S1] == 15_000
    assert points[Pendidikan.D3] == 10_000
    assert (points[Pendidikan.S2], points[Pendidikan.S3]) == (20_000, 25_000)
    assert one.langkah_dari[0] == -1


def test_courses_fit_the_post_or_a_higher_one(edition: Edition) -> None:
    one = instrumen(edition, Pernah, "diklat_kepemimpinan")
    assert one.sesuai is not None
    fits = {
        jenjang: {t for t in TingkatDiklat if one.sesuai[edition.jabatan.kelompok[jenjang]][t]}
        for jenjang in Jenjang
    }
    high = {TingkatDiklat.PKN1, TingkatDiklat.PKN2}
    assert fits[Jenjang.JPT_UTAMA] == fits[Jenjang.JPT_MADYA] == fits[Jenjang.JPT_PRATAMA] == high
    assert fits[Jenjang.ADMINISTRATOR] == high | {TingkatDiklat.PKA}
    assert fits[Jenjang.PENGAWAS] == high | {TingkatDiklat.PKA, TingkatDiklat.PKP}
    assert not any(fits[j] for j in Jenjang if j not in list(Jenjang)[:5])
    assert instrumen(edition, Pernah, "diklat_fungsional").sesuai is None


def test_posts(edition: Edition) -> None:
    jabatan = edition.jabatan
    assert jabatan.kolom[JenisJabatan.RANGKAP] == JenisJabatan.STRUKTURAL
    assert [j for j in Jenjang if jabatan.jenjang_pelaksana[j]] == [Jenjang.ESELON_V]
    assert edition.status_diukur == (Status.PNS,)
    assert edition.kedudukan_diukur == (1, 3, 11, 15, 16)


def test_windows_and_sentences(edition: Edition) -> None:
    assert instrumen(edition, Jumlah, "seminar").jendela_tahun == 2
    assert instrumen(edition, Terberat, "disiplin").jendela_tahun == 5
    hukuman = edition.hukuman
    levels = {kind: hukuman.tingkat[kind] for kind in JenisHukuman}
    assert levels[JenisHukuman.TEGURAN] == TingkatHukuman.RINGAN
    assert levels[JenisHukuman.PENURUNAN_PANGKAT_1_TAHUN] == TingkatHukuman.SEDANG
    assert levels[JenisHukuman.PENURUNAN_PANGKAT_3_TAHUN] == TingkatHukuman.BERAT
    assert levels[JenisHukuman.PENURUNAN_PANGKAT] == 0
    assert hukuman.menurut_masa == {(92, 12): TingkatHukuman.SEDANG, (92, 36): TingkatHukuman.BERAT}
    assert hukuman.bukan == {12, 21, 22}
    assert {k for k in JenisHukuman if not levels[k]} == {*hukuman.bukan, 92}


def test_every_kind_of_course_feeds_one_instrument(edition: Edition) -> None:
    fed = {
        bukti: [kind.value for kind in JenisDiklat if edition.peta_diklat[kind] == bukti]
        for bukti in PENGEMBANGAN
    }
    assert fed[Bukti.DIKLAT_KEPEMIMPINAN] == [1]
    assert fed[Bukti.DIKLAT_FUNGSIONAL] == [2]
    assert fed[Bukti.DIKLAT_TEKNIS] == [3, 5, 6, 12]
    assert fed[Bukti.SEMINAR] == [4, *range(7, 12), *range(13, 26)]


def test_scales_of_appraisal(edition: Edition) -> None:
    assert [edition.skala_tahun[t] for t in edition.tahun] == [
        DasarKinerja.PP46, DasarKinerja.PP46, DasarKinerja.PP46, DasarKinerja.PERMEN6
    ]  # fmt: skip
    weights = {d: (s.bobot_skp, s.bobot_perilaku) for d, s in edition.skala.items()}
    assert weights == {
        DasarKinerja.PP46: (60, 40), DasarKinerja.PP30: (70, 30), DasarKinerja.PERMEN6: (0, 0)
    }  # fmt: skip
    falls = edition.skala[DasarKinerja.PP30].tanpa_ide_baru
    assert falls[Predikat.SANGAT_BAIK] == Predikat.BAIK
    assert falls[Predikat.BAIK] == Predikat.BAIK
    assert edition.skala[DasarKinerja.PERMEN6].tanpa_ide_baru == (0, 1, 2, 3, 4, 5)
    matriks = edition.matriks
    assert matriks[Ekspektasi.DI_ATAS][Ekspektasi.DI_ATAS] == Predikat.SANGAT_BAIK
    assert matriks[Ekspektasi.DI_ATAS][Ekspektasi.DI_BAWAH] == Predikat.KURANG
    assert matriks[Ekspektasi.DI_BAWAH][Ekspektasi.DI_ATAS] == Predikat.BUTUH_PERBAIKAN
    assert matriks[Ekspektasi.DI_BAWAH][Ekspektasi.DI_BAWAH] == Predikat.SANGAT_KURANG
    assert matriks[0] == (0, 0, 0, 0)


def test_the_other_reading_of_band_edges_moves_thresholds_of_whole_numbers_only(
    edition: Edition,
) -> None:
    other = parse_edition(edition.teks.replace('batas = "bawah"', 'batas = "atas"'), "atas")
    bands = instrumen(other, Rentang, "kinerja").ambang
    assert bands[DasarKinerja.PP46] == (9_000_001, 7_500_001, 6_000_001, 5_000_001, 0)
    assert bands[DasarKinerja.PERMEN6] == (11_000_000, 9_000_000, 7_000_000, 5_000_000, 0)
    assert [k.ambang for k in other.kategori] == [90_001, 80_001, 70_001, 60_001, 0]
    assert [k.ambang for k in edition.kategori] == [91_000, 81_000, 71_000, 61_000, 0]


def test_every_tafsir_it_names_is_explained(edition: Edition) -> None:
    panduan = resource("panduan", "tafsir.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^### (\S+)$", panduan, re.MULTILINE))
    assert set(edition.semua_tafsir) <= explained
