"""Cards of findings about what stands in a cell: codes, numbers, dates."""

from __future__ import annotations

from .finding import Card, Severity

# ---------------------------------------------------------------- codes

_DAFTAR = "Tulis salah satu dari: {pilihan}."

PENDIDIKAN_TAK_DIKENAL = Card(
    "pendidikan-tak-dikenal",
    Severity.GALAT,
    "Tingkat pendidikan “{nilai}” tidak dikenal.",
    _DAFTAR,
)
JENIS_JABATAN_TAK_DIKENAL = Card(
    "jenis-jabatan-tak-dikenal",
    Severity.GALAT,
    "Jenis jabatan “{nilai}” tidak dikenal.",
    _DAFTAR,
)
JENJANG_TAK_DIKENAL = Card(
    "jenjang-tak-dikenal",
    Severity.GALAT,
    "Jenjang jabatan “{nilai}” tidak dikenal.",
    _DAFTAR,
)
ESELON_TAK_DIKENAL = Card(
    "eselon-tak-dikenal",
    Severity.GALAT,
    "Eselon “{nilai}” tidak dikenal.",
    "Tulis eselon dengan hurufnya, misalnya III.a, atau kosongkan untuk jabatan noneselon.",
)
STATUS_TAK_DIKENAL = Card(
    "status-tak-dikenal",
    Severity.GALAT,
    "Status kepegawaian “{nilai}” tidak dikenal.",
    _DAFTAR,
)
GOLONGAN_TAK_DIKENAL = Card(
    "golongan-tak-dikenal",
    Severity.GALAT,
    "Golongan “{nilai}” tidak dikenal.",
    "Tulis golongan PNS seperti III/a atau golongan PPPK seperti IX.",
)
KEDUDUKAN_TAK_DIKENAL = Card(
    "kedudukan-tak-dikenal",
    Severity.GALAT,
    "Kedudukan hukum “{nilai}” tidak dikenal.",
    "Tulis kedudukan hukum sebagaimana dalam SIASN, misalnya Aktif, CLTN, atau Tugas Belajar.",
)
KELAMIN_TAK_DIKENAL = Card(
    "kelamin-tak-dikenal",
    Severity.GALAT,
    "Jenis kelamin “{nilai}” tidak dikenal.",
    "Tulis L atau P.",
)
PERNYATAAN_TAK_DIKENAL = Card(
    "pernyataan-tak-dikenal",
    Severity.GALAT,
    "Isi kolom {kolom} “{nilai}” tidak dapat dibaca sebagai sudah atau belum.",
    "Tulis Sudah atau Belum.",
)
PREDIKAT_TAK_DIKENAL = Card(
    "predikat-tak-dikenal",
    Severity.GALAT,
    "{kolom} “{nilai}” tidak dikenal.",
    _DAFTAR,
)
HUKUMAN_TAK_DIKENAL = Card(
    "hukuman-tak-dikenal",
    Severity.GALAT,
    "Hukuman disiplin “{nilai}” tidak dapat dibaca.",
    "Tulis tingkatnya (Ringan, Sedang, atau Berat), atau Tidak Ada bila tidak pernah dihukum.",
)
JENIS_DIKLAT_TAK_DIKENAL = Card(
    "jenis-diklat-tak-dikenal",
    Severity.GALAT,
    "Jenis diklat “{nilai}” tidak dikenal.",
    "Tulis jenis menurut SIASN, misalnya Diklat Teknis, Diklat Fungsional, Seminar, atau Workshop.",
)

# ---------------------------------------------------------------- numbers and dates

JP_TAK_TERBACA = Card(
    "jp-tak-terbaca",
    Severity.GALAT,
    "JP “{nilai}” tidak dapat dibaca sebagai angka.",
    "Tulis jumlah jam pelajaran sebagai angka saja, misalnya 24.",
)
JP_DI_LUAR_SKALA = Card(
    "jp-di-luar-skala",
    Severity.GALAT,
    "JP {nilai} di luar kewajaran (0 sampai {batas}).",
    "Periksa jumlah jam pelajaran pada sertifikat, lalu perbaiki.",
)
NILAI_TAK_TERBACA = Card(
    "nilai-tak-terbaca",
    Severity.GALAT,
    "{kolom} “{nilai}” tidak dapat dibaca sebagai angka.",
    "Tulis nilai sebagai angka, misalnya 91,25.",
)
NILAI_DI_LUAR_SKALA = Card(
    "nilai-di-luar-skala",
    Severity.GALAT,
    "{kolom} {nilai} di luar skala 0 sampai {batas}.",
    "Periksa nilai pada dokumen penilaian kinerja, lalu perbaiki.",
)
NILAI_PECAHAN = Card(
    "nilai-pecahan",
    Severity.GALAT,
    "{kolom} {nilai}: tidak satu nilai pun di kolom ini di atas 1; selnya mungkin berformat "
    "persen.",
    "Tulis nilai sebagai angka biasa, misalnya 91,25, bukan 0,9125 atau 91,25% berformat persen.",
)
TANGGAL_DUA_ARTI = Card(
    "tanggal-dua-arti",
    Severity.GALAT,
    "{kolom} “{nilai}” dapat dibaca dengan dua cara: kolom ini memuat tanggal yang didahului hari "
    "dan tanggal yang didahului bulan.",
    "Tulis semua tanggal dalam kolom ini dengan urutan hari-bulan-tahun, misalnya 31-12-2021.",
)
TANGGAL_TAK_TERBACA = Card(
    "tanggal-tak-terbaca",
    Severity.GALAT,
    "{kolom} “{nilai}” tidak dapat dibaca sebagai tanggal atau tahun.",
    "Tulis tanggal dengan tahun empat angka, misalnya 31-12-2021, atau tahunnya saja.",
)
