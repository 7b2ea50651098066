"""What stands in the cells of evidence: sentences, appraisals and courses, their days and hours."""

from __future__ import annotations

from collections.abc import Sequence

from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    Buku,
    Kiriman,
    Lembar,
    satu,
)

# fmt: off
# Rows are laid out to be read as rows.

SIAPA = ("NIP", "Nama", "Jenis Jabatan")
NAMA = {ANI: "Ani", BUDI: "Budi", CITRA: "Citra", DEDI: "Dedi", EKA: "Eka"}
LIMA = tuple(NAMA)


def pelaksana(nip: object, *isi: object, nama: str = "") -> list[object]:
    """Return a row under `SIAPA` and more heads."""
    return [nip, nama or NAMA.get(str(nip), "Entah"), "Pelaksana", *isi]


def urut(nomor: int) -> str:
    """Return the NIP of one of many people."""
    return f"198001012005012{nomor:03d}"


def kolom(judul: str, isi: Sequence[object]) -> tuple[Buku]:
    """Return a wide table with one column of values, each of another person."""
    rows = [pelaksana(urut(n), one, nama=f"Nama {n}") for n, one in enumerate(isi, 1)]
    return satu([(*SIAPA, judul), *rows])


def nilai(isi: Sequence[str]) -> dict[str, str]:
    """Return the points of the people of `kolom`."""
    return {urut(n): one for n, one in enumerate(isi, 1)}


def riwayat(lembar: str, isi: Sequence[Sequence[object]]) -> tuple[Buku]:
    """Return five pelaksana and a history of theirs in one workbook."""
    people = [SIAPA, *(pelaksana(nip) for nip in LIMA)]
    return (Buku("kiriman.xlsx", (Lembar("Pegawai", people), Lembar(lembar, isi))),)


def disiplin(*nilai: int) -> dict[str, str]:
    """Return the points of the five people where they have none but for discipline."""
    return {nip: f"0 0 0 {one}" for nip, one in zip(LIMA, nilai, strict=True)}


def lima(*nilai: str) -> dict[str, str]:
    """Return the points of the five people."""
    return dict(zip(LIMA, nilai, strict=True))


HUKDIS = ("NIP", "Nama", "Jenis Hukuman", "TMT Mulai", "Masa Sanksi (bulan)")
SAAT_ITU = "01-02-2020"

HUKUMAN = (
    Kiriman(
        "penurunan-pangkat",
        "the length of a penurunan pangkat decides its level, whether in a column or in words",
        riwayat("Hukdis", [
            HUKDIS,
            (ANI, "Ani", "Penurunan pangkat setingkat lebih rendah selama 1 tahun", SAAT_ITU, 12),
            (BUDI, "Budi", "PENURUNAN PANGKAT SETINGKAT LEBIH RENDAH", SAAT_ITU, 36),
            (CITRA, "Citra", "Penurunan pangkat selama 3 (tiga) tahun", SAAT_ITU, None),
            (DEDI, "Dedi", "Penurunan Pangkat", SAAT_ITU, 12),
            (EKA, "Eka", "Penurunan pangkat", SAAT_ITU, None),
        ]),
        orang=disiplin(2, 1, 1, 2, 0),
        catatan="hukuman 5",
    ),
    Kiriman(
        "hukuman-kode-siasn",
        "kinds as numbers: pemotongan tunkin, both penurunan pangkat, and two that are none",
        riwayat("Hukdis", [
            ("NIP", "Jenis Hukuman", "TMT"),
            (ANI, "23", SAAT_ITU), (BUDI, 8, SAAT_ITU), (CITRA, "14", SAAT_ITU),
            (DEDI, "21", SAAT_ITU), (EKA, "12", SAAT_ITU),
        ]),
        orang=disiplin(2, 2, 1, 5, 5),
        catatan="hukuman 5",
    ),
    Kiriman(
        "sanksi-moral",
        "sanksi moral and pengaktifan are no sentences, whatever level SIASN lists beside them",
        riwayat("Hukdis", [
            ("NIP", "Nama", "Jenis Hukuman", "Tingkat Hukuman Disiplin", "TMT"),
            (ANI, "Ani", "SANKSI MORAL TERBUKA", "R", SAAT_ITU),
            (BUDI, "Budi", "PENGAKTIFAN HUKUMAN DISIPLIN", "B", SAAT_ITU),
            (CITRA, "Citra", "Tegoran tertulis", "", SAAT_ITU),
            (DEDI, "Dedi", "Pernyataan tidak puas secara tertulis", "Sedang", SAAT_ITU),
            (EKA, "Eka", "Pembebasan dari jabatan", "Berat", "01-02-2015"),
        ]),
        orang=disiplin(5, 5, 3, 2, 5),
        catatan="hukuman 5",
        temuan=[("hukuman-bertentangan", "Hukdis", 5, "C")],
    ),
    Kiriman(
        "hukuman-dibatalkan",
        "a decree that another cancelled does not count; a level below the bare head Tingkat",
        riwayat("Hukdis", [
            ("NIP", "Nama", "Tingkat", "No SK", "Tanggal SK", "TMT", "SK Pembatalan Nomor",
             "SK Pembatalan Tanggal"),
            (ANI, "Ani", "Sedang", "1", "01-02-2020", "01-03-2020", "2/2021", "01-05-2021"),
            (BUDI, "Budi", "Sedang", "1", "01-02-2020", "01-03-2020", "-", "-"),
            (CITRA, "Citra", "Berat", "1", "01-02-2020", None, None, None),
        ]),
        orang=disiplin(5, 2, 1, 5, 5),
        catatan="hukuman 3",
        temuan=[("kolom-diduga", "Hukdis", 1, "C")],
    ),
    Kiriman(
        "tahun-hukuman",
        "a sentence of a wide table with its year beside it: too long ago it does not count",
        satu([
            (*SIAPA, "Hukuman Disiplin", "Tahun Hukuman"), pelaksana(ANI, "Ringan", 2012),
            pelaksana(BUDI, "Ringan", "2020"), pelaksana(CITRA, "Tidak Ada", None),
        ]),
        orang={ANI: "0 0 0 5", BUDI: "0 0 0 3", CITRA: "0 0 0 5"},
        catatan="hukuman 2",
    ),
    Kiriman(
        "tahun-dua-angka",
        "years of two digits are never after the measured one, and told",
        riwayat("Hukdis", [
            ("NIP", "Nama", "Tingkat Hukuman", "TMT Hukuman"),
            (ANI, "Ani", "Ringan", "03/04/20"), (BUDI, "Budi", "Sedang", "12-4-19"),
            (CITRA, "Citra", "Berat", "5 Jan 98"), (DEDI, "Dedi", "Ringan", "12-4-22"),
        ]),
        orang=disiplin(3, 2, 5, 0, 5),
        catatan="hukuman 4",
        temuan=[
            ("tanggal-dua-angka", "Hukdis", None, "D"),
            ("tanggal-tak-terbaca", "Hukdis", 5, "D"),
        ],
    ),
    Kiriman(
        "tanggal-tanpa-penentu",
        "dates with slashes that nothing settles are read day first, and that is said",
        riwayat("Hukdis", [
            ("NIP", "Nama", "Tingkat Hukuman", "TMT Hukuman"),
            (ANI, "Ani", "Ringan", "03/04/2020"), (BUDI, "Budi", "Berat", "12/01/2016"),
        ]),
        orang=disiplin(3, 5, 5, 5, 5),
        catatan="hukuman 2",
        temuan=[("tanggal-hari-dulu", "Hukdis", None, "D")],
    ),
    Kiriman(
        "tanggal-dua-arti",
        "a column that writes the month first here and the day first there",
        riwayat("Hukdis", [
            ("NIP", "Nama", "Tingkat Hukuman", "TMT Hukuman"),
            (ANI, "Ani", "Ringan", "03/04/2020"), (BUDI, "Budi", "Ringan", "12/31/2020"),
            (CITRA, "Citra", "Ringan", "31/12/2020"),
        ]),
        orang=disiplin(0, 3, 3, 5, 5),
        catatan="hukuman 3",
        temuan=[("tanggal-dua-arti", "Hukdis", 2, "D")],
    ),
)

TERLALU = [("nilai-di-luar-skala", "Sheet1", 4, "D")]
SKP = (*SIAPA, "Nilai SKP", "Nilai Perilaku")


def _skp(tahun: int, orang: dict[str, str], **lain: object) -> Kiriman:
    """Return three appraisals by SKP and perilaku, the last of them only on the scale to 120."""
    rows = [pelaksana(ANI, 92, 90), pelaksana(BUDI, "75,5", "76,3"), pelaksana(CITRA, 115, 100)]
    return Kiriman(
        f"skp-perilaku-{tahun}",
        f"SKP and perilaku as they are combined in {tahun}",
        satu([SKP, *rows]),
        orang=orang,
        catatan="penilaian 3",
        tahun=tahun,
        **lain,  # type: ignore[arg-type]
    )


KINERJA = (
    _skp(2019, {ANI: "0 0 30 0", BUDI: "0 0 15 0", CITRA: "0 0 0 0"}, temuan=TERLALU),
    _skp(2021, {ANI: "0 0 30 0", BUDI: "0 0 15 0", CITRA: "0 0 0 0"}, temuan=TERLALU),
    _skp(2022, {ANI: "0 0 0 0", BUDI: "0 0 0 0", CITRA: "0 0 0 0"}),
    Kiriman(
        "matriks-2022",
        "hasil kerja and perilaku in words and without ekspektasi; numbers are asked about",
        satu([
            (*SIAPA, "Rating Hasil Kerja", "Rating Hasil Perilaku"),
            pelaksana(ANI, "Di Atas Ekspektasi", "Di Bawah Ekspektasi"),
            pelaksana(BUDI, "DIBAWAH ESPEKTASI", "SESUAI EKSPEKTASI"),
            pelaksana(CITRA, "Sesuai", "Di atas"),
            pelaksana(DEDI, 1, 3),
        ]),
        orang={ANI: "0 0 5 0", BUDI: "0 0 15 0", CITRA: "0 0 25 0", DEDI: "0 0 0 0"},
        catatan="penilaian 3",
        tahun=2022,
        temuan=[
            ("predikat-tak-dikenal", "Sheet1", 5, "D"),
            ("predikat-tak-dikenal", "Sheet1", 5, "E"),
        ],
    ),
    Kiriman(
        "skala-120",
        "a number of 2022 is read on the scale to 120",
        satu([
            (*SIAPA, "Nilai Kinerja"),
            pelaksana(ANI, 110), pelaksana(BUDI, 109.5), pelaksana(CITRA, 121),
        ]),
        orang={ANI: "0 0 30 0", BUDI: "0 0 25 0", CITRA: "0 0 0 0"},
        catatan="penilaian 2",
        tahun=2022,
        temuan=TERLALU,
    ),
    Kiriman(
        "ide-baru",
        "PP 30/2019 named in the row: 110 and above is sangat baik only with a new idea",
        satu([
            (*SIAPA, "Nilai Kinerja", "Ide Baru", "Dasar Penilaian"),
            pelaksana(ANI, 112, "Ada", "PP 30/2019"),
            pelaksana(BUDI, 112, "Tidak", "PP 30 Tahun 2019"),
            pelaksana(CITRA, 95, "", "PP 46/2011"),
        ]),
        orang={ANI: "0 0 30 0", BUDI: "0 0 25 0", CITRA: "0 0 30 0"},
        catatan="penilaian 3",
    ),
    Kiriman(
        "periode-penilaian",
        "a period in the place of the year: of another year it is not the measured one",
        riwayat("SKP", [
            ("NIP", "Nama", "Periode", "Predikat Kinerja"), (ANI, "Ani", "2020", "Baik"),
            (BUDI, "Budi", "Januari - Desember 2021", "Sangat Baik"),
            (CITRA, "Citra", "1 Januari s.d. 31 Desember 2021", "Baik"),
        ]),
        orang=lima("0 0 0 0", "0 0 30 0", "0 0 25 0", "0 0 0 0", "0 0 0 0"),
        catatan="penilaian 3",
    ),
    Kiriman(
        "periode-tahunan",
        "a period that names no year says nothing of it",
        riwayat("SKP", [
            ("NIP", "Nama", "Periode", "Predikat Kinerja"), (ANI, "Ani", "Tahunan", "Baik"),
        ]),
        orang=lima("0 0 25 0", *["0 0 0 0"] * 4),
        catatan="penilaian 1",
    ),
    Kiriman(
        "nilai-bermacam-tulisan",
        "a percent sign, a decimal point, a predikat in the number's place, a guard before it",
        kolom("Nilai Kinerja", ["91,25%", "90.99", "Sangat Baik", "'80", "80 (Baik)", "delapan"]),
        orang=nilai(["0 0 30 0", "0 0 25 0", "0 0 30 0", "0 0 25 0", "0 0 25 0", "0 0 0 0"]),
        catatan="penilaian 5",
        temuan=[("nilai-tak-terbaca", "Sheet1", 7, "D")],
    ),
)

KURSUS = ("NIP", "Nama", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai",
          "Jumlah JP")

KOMPETENSI = (
    Kiriman(
        "jp-bermacam-tulisan",
        "hours with their unit, days where hours are wanted, a course of the year after",
        riwayat("Diklat", [
            KURSUS,
            (ANI, "Ani", "Diklat Teknis", "Arsip", "1 Maret 2021", "5 Maret 2021", "20 JP"),
            (BUDI, "Budi", "Teknis", "Arsip", "1 s.d. 5 Maret 2021", None, "3 hari"),
            (CITRA, "Citra", "Bimtek", "SPBE", None, None, "20"),
            (DEDI, "Dedi", "Workshop", "Arsip", "2021", "2021", "-"),
            (EKA, "Eka", "Diklat Teknis", "Arsip", "21/03/2022", "22/03/2022", "40 Jam Pelajaran"),
        ]),
        orang={ANI: "0 22,5 0 0", BUDI: "0 0 0 0", CITRA: "0 0 0 0", DEDI: "0 17,5 0 0",
               EKA: "0 0 0 0"},
        catatan="pengembangan 5",
        temuan=[
            ("jp-tak-terbaca", "Diklat", 3, "G"),
            ("catatan-tanpa-tanggal", "Diklat", 4, "F"),
            ("tanggal-sesudah-tahun", "Diklat", 6, "F"),
        ],
    ),
    Kiriman(
        "diklat-penjenjangan",
        "the name of the sheet tells the kind of all its courses, by the word of old",
        (Buku("kiriman.xlsx", (
            Lembar("Pegawai", [
                ("NIP", "Nama", "Jenis Jabatan", "Jenjang"), (ANI, "Ani", "Struktural", "Pengawas"),
            ]),
            Lembar("Diklat Penjenjangan", [
                ("No", "NIP", "Nama", "Nama Diklat", "Tahun"),
                (1, ANI, "Ani", "Diklatpim IV", 2015),
            ]),
        )),),
        orang={ANI: "0 15 0 0"},
        catatan="pengembangan 1",
    ),
    Kiriman(
        "satu-nol-di-bawah-20-jp",
        "a head that names the hours which are enough asks for yes or no",
        satu([
            (*SIAPA, "Diklat Teknis 20 JP", "Seminar"), pelaksana(ANI, 1, 1), pelaksana(BUDI, 0, 0),
        ]),
        orang={ANI: "0 40 0 0", BUDI: "0 0 0 0"},
    ),
    Kiriman(
        "judul-bertanya",
        "heads with words more than are known: taken by their content, and told",
        satu([
            (*SIAPA, "Sudah Diklat 20 JP", "Mengikuti Seminar/Workshop"),
            pelaksana(ANI, "Ya", "Sudah"), pelaksana(BUDI, "Tidak", "Belum"),
        ]),
        orang={ANI: "0 40 0 0", BUDI: "0 0 0 0"},
        temuan=[("kolom-diduga", "Sheet1", 1, "D"), ("kolom-diduga", "Sheet1", 1, "E")],
    ),
    Kiriman(
        "sudah-belum-campur",
        "yes and no in many words, a level in its column, and a word that is neither",
        satu([
            (*SIAPA, "Seminar/Workshop", "Diklat Kepemimpinan", "Diklat Fungsional",
             "Diklat Teknis"),
            (ANI, "Ani", "JFT", "ada", "tidak ada", "Sudah", "Sudah Diklat 20 JP"),
            (BUDI, "Budi", "Administrator", "Pernah", "PIM III", "Belum", "Belum Diklat 20 JP"),
            (CITRA, "Citra", "Pelaksana", "Ya", "-", "-", 25),
            (DEDI, "Dedi", "Pelaksana", "Mungkin", "", "", "19 JP"),
        ]),
        orang={ANI: "0 40 0 0", BUDI: "0 25 0 0", CITRA: "0 40 0 0", DEDI: "0 0 0 0"},
        temuan=[("pernyataan-tak-dikenal", "Sheet1", 5, "D")],
    ),
)

DAFTAR = (*HUKUMAN, *KINERJA, *KOMPETENSI)
