"""Codes of everything that has a closed list: stored in project files, used in arrays.

Numbers are never reassigned: a project file of five years ago holds them. Where SIASN has a
reference list with numeric ids, ours are the same (jenis jabatan, jenis diklat, predikat, jenis
hukuman, kedudukan hukum). Zero means "not stated" everywhere. Spellings of real files that lead to
these codes lie in `resources/kosakata`; what a code is worth lies in the edition of the rules.
"""

from __future__ import annotations

from enum import IntEnum


class Bukti(IntEnum):
    """Kinds of evidence: the key of statements and coverage; an instrument names those it reads."""

    PENDIDIKAN = 1
    DIKLAT_KEPEMIMPINAN = 2
    DIKLAT_FUNGSIONAL = 3
    DIKLAT_TEKNIS = 4
    SEMINAR = 5
    PENILAIAN = 6
    HUKUMAN = 7


PENGEMBANGAN = (
    Bukti.DIKLAT_KEPEMIMPINAN,
    Bukti.DIKLAT_FUNGSIONAL,
    Bukti.DIKLAT_TEKNIS,
    Bukti.SEMINAR,
)
"""Kinds of evidence that records of pengembangan speak of."""

DAPAT_DICAKUP = (*PENGEMBANGAN, Bukti.HUKUMAN)
"""Kinds whose absence a complete source can prove: nobody is without a degree."""


class Bentuk(IntEnum):
    """What a statement says: none, done (of unstated level), or a value."""

    TIDAK_ADA = 1
    SUDAH = 2
    NILAI = 3


class Status(IntEnum):
    """Kind of civil servant."""

    PNS = 1
    CPNS = 2
    PPPK = 3
    PPPK_PARUH_WAKTU = 4


class JenisJabatan(IntEnum):
    """Kind of post, numbered as SIASN does."""

    STRUKTURAL = 1
    FUNGSIONAL = 2
    RANGKAP = 3
    PELAKSANA = 4


class Jenjang(IntEnum):
    """Level of the post."""

    JPT_UTAMA = 1
    JPT_MADYA = 2
    JPT_PRATAMA = 3
    ADMINISTRATOR = 4
    PENGAWAS = 5
    ESELON_V = 6
    AHLI_UTAMA = 11
    AHLI_MADYA = 12
    AHLI_MUDA = 13
    AHLI_PERTAMA = 14
    PENYELIA = 15
    MAHIR = 16
    TERAMPIL = 17
    PEMULA = 18
    PELAKSANA = 21


class Eselon(IntEnum):
    """Echelon as written; the edition says which jenjang it is."""

    I_A = 11
    I_B = 12
    II_A = 21
    II_B = 22
    III_A = 31
    III_B = 32
    IV_A = 41
    IV_B = 42
    V_A = 51
    V_B = 52


class Pendidikan(IntEnum):
    """Level of formal education, rising."""

    SD = 1
    SLTP = 2
    SLTA = 3
    D1 = 4
    D2 = 5
    D3 = 6
    D4 = 7
    S1 = 8
    S2 = 9
    S3 = 10


class JenisDiklat(IntEnum):
    """Kind of course, SIASN's reference list; the edition maps it to an instrument."""

    STRUKTURAL = 1
    FUNGSIONAL = 2
    TEKNIS = 3
    WORKSHOP = 4
    MANAJERIAL = 5
    SOSIAL_KULTURAL = 6
    SOSIALISASI = 7
    BIMTEK = 8
    SEMINAR = 9
    MAGANG = 10
    KURSUS = 11
    PENATARAN = 12
    KLASIKAL_LAINNYA = 13
    COACHING = 14
    MENTORING = 15
    E_LEARNING = 16
    JARAK_JAUH = 17
    DETASERING = 18
    OUTBOND = 19
    BENCHMARKING = 20
    PERTUKARAN = 21
    BELAJAR_MANDIRI = 22
    KOMUNITAS_BELAJAR = 23
    BIMBINGAN_KERJA = 24
    NONKLASIKAL_LAINNYA = 25


class TingkatDiklat(IntEnum):
    """Level of a leadership course; old names count as their successors."""

    SEPADA = 1
    PKP = 2
    PKA = 3
    PKN2 = 4
    PKN1 = 5
    LAIN = 9


class Predikat(IntEnum):
    """Performance predicate, numbered as SIASN's quadrant value."""

    SANGAT_BAIK = 1
    BAIK = 2
    BUTUH_PERBAIKAN = 3
    KURANG = 4
    SANGAT_KURANG = 5


class Ekspektasi(IntEnum):
    """Rating of hasil kerja or perilaku kerja."""

    DI_ATAS = 1
    SESUAI = 2
    DI_BAWAH = 3


class DasarKinerja(IntEnum):
    """Regulation whose scale an appraisal was made on."""

    PP46 = 1
    PP30 = 2
    PERMEN6 = 3


class TingkatHukuman(IntEnum):
    """Level of a disciplinary sentence, rising."""

    RINGAN = 1
    SEDANG = 2
    BERAT = 3


class JenisHukuman(IntEnum):
    """Kind of disciplinary sentence, SIASN's reference list."""

    TEGURAN_LISAN = 1
    TEGURAN_TERTULIS = 2
    PERNYATAAN_TIDAK_PUAS = 3
    PENUNDAAN_KGB = 4
    PENURUNAN_GAJI = 5
    PENUNDAAN_GAJI = 6
    PENUNDAAN_KP = 7
    PENURUNAN_PANGKAT_1_TAHUN = 8
    PEMBEBASAN_JABATAN = 9
    PEMBERHENTIAN_HORMAT = 10
    PEMBERHENTIAN_TIDAK_HORMAT = 11
    PENGAKTIFAN = 12
    PEMINDAHAN_PENURUNAN_JABATAN = 13
    PENURUNAN_PANGKAT_3_TAHUN = 14
    SANKSI_MORAL_TERBUKA = 21
    SANKSI_MORAL_TERTUTUP = 22
    POTONG_TUNKIN_6 = 23
    POTONG_TUNKIN_9 = 24
    POTONG_TUNKIN_12 = 25
    PENURUNAN_JABATAN_12_BULAN = 27
    PEMBEBASAN_PELAKSANA_12_BULAN = 28
    TEGURAN = 91
    """Written without saying which: ours, not SIASN's."""
    PENURUNAN_PANGKAT = 92
    """Written without its length: the level follows from masa_bulan, or is unknown. Ours."""


class JenisKelamin(IntEnum):
    """Sex, as the NIP codes it."""

    LAKI_LAKI = 1
    PEREMPUAN = 2


GOLONGAN: dict[int, str] = {
    **{
        10 * romawi + ruang + 1: f"{nama}/{huruf}"
        for romawi, nama, huruf_semua in (
            (1, "I", "abcd"),
            (2, "II", "abcd"),
            (3, "III", "abcd"),
            (4, "IV", "abcde"),
        )
        for ruang, huruf in enumerate(huruf_semua)
    },
    **{
        100 + angka: nama
        for angka, nama in enumerate(
            "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII".split(), start=1
        )
    },
}
"""Golongan of PNS (11 = I/a … 45 = IV/e, as SIASN) and of PPPK (101 = I … 117 = XVII)."""

_LABELLED: tuple[tuple[IntEnum, str], ...] = (
    (Bukti.PENDIDIKAN, "Pendidikan"),
    (Bukti.DIKLAT_KEPEMIMPINAN, "Diklat kepemimpinan"),
    (Bukti.DIKLAT_FUNGSIONAL, "Diklat fungsional"),
    (Bukti.DIKLAT_TEKNIS, "Diklat teknis"),
    (Bukti.SEMINAR, "Seminar dan sejenisnya"),
    (Bukti.PENILAIAN, "Penilaian kinerja"),
    (Bukti.HUKUMAN, "Hukuman disiplin"),
    (Status.PPPK_PARUH_WAKTU, "PPPK Paruh Waktu"),
    (Jenjang.JPT_UTAMA, "JPT Utama"),
    (Jenjang.JPT_MADYA, "JPT Madya"),
    (Jenjang.JPT_PRATAMA, "JPT Pratama"),
    (Jenjang.ESELON_V, "Eselon V"),
    (Pendidikan.SD, "SD"),
    (Pendidikan.SLTP, "SLTP"),
    (Pendidikan.SLTA, "SLTA"),
    (Pendidikan.D1, "D-I"),
    (Pendidikan.D2, "D-II"),
    (Pendidikan.D3, "D-III"),
    (Pendidikan.D4, "D-IV"),
    (Pendidikan.S1, "S-1"),
    (Pendidikan.S2, "S-2"),
    (Pendidikan.S3, "S-3"),
    (JenisDiklat.STRUKTURAL, "Diklat Struktural"),
    (JenisDiklat.FUNGSIONAL, "Diklat Fungsional"),
    (JenisDiklat.TEKNIS, "Diklat Teknis"),
    (JenisDiklat.MANAJERIAL, "Pelatihan Manajerial"),
    (JenisDiklat.SOSIAL_KULTURAL, "Pelatihan Sosial Kultural"),
    (JenisDiklat.BIMTEK, "Bimbingan Teknis"),
    (JenisDiklat.KLASIKAL_LAINNYA, "Pelatihan klasikal lainnya"),
    (JenisDiklat.E_LEARNING, "E-Learning"),
    (JenisDiklat.JARAK_JAUH, "Pelatihan Jarak Jauh"),
    (JenisDiklat.PERTUKARAN, "Pertukaran PNS dengan swasta"),
    (JenisDiklat.BIMBINGAN_KERJA, "Bimbingan di Tempat Kerja"),
    (JenisDiklat.NONKLASIKAL_LAINNYA, "Pelatihan nonklasikal lainnya"),
    (TingkatDiklat.SEPADA, "Sepada"),
    (TingkatDiklat.PKP, "PKP (Diklatpim IV)"),
    (TingkatDiklat.PKA, "PKA (Diklatpim III)"),
    (TingkatDiklat.PKN2, "PKN II (Diklatpim II)"),
    (TingkatDiklat.PKN1, "PKN I (Diklatpim I)"),
    (TingkatDiklat.LAIN, "lainnya"),
    (Ekspektasi.DI_ATAS, "di atas ekspektasi"),
    (Ekspektasi.SESUAI, "sesuai ekspektasi"),
    (Ekspektasi.DI_BAWAH, "di bawah ekspektasi"),
    (DasarKinerja.PP46, "PP 46/2011"),
    (DasarKinerja.PP30, "PP 30/2019"),
    (DasarKinerja.PERMEN6, "PermenPANRB 6/2022"),
    (JenisHukuman.PENUNDAAN_KGB, "Penundaan kenaikan gaji berkala 1 tahun"),
    (JenisHukuman.PENURUNAN_GAJI, "Penurunan gaji paling lama 1 tahun"),
    (JenisHukuman.PENUNDAAN_GAJI, "Penundaan gaji paling lama 1 tahun"),
    (JenisHukuman.PENUNDAAN_KP, "Penundaan kenaikan pangkat 1 tahun"),
    (JenisHukuman.PERNYATAAN_TIDAK_PUAS, "Pernyataan tidak puas secara tertulis"),
    (JenisHukuman.PENURUNAN_PANGKAT_1_TAHUN, "Penurunan pangkat setingkat 1 tahun"),
    (JenisHukuman.PENURUNAN_PANGKAT_3_TAHUN, "Penurunan pangkat setingkat 3 tahun"),
    (JenisHukuman.PENURUNAN_PANGKAT, "Penurunan pangkat"),
    (JenisHukuman.PEMBEBASAN_JABATAN, "Pembebasan dari jabatan"),
    (
        JenisHukuman.PEMBERHENTIAN_HORMAT,
        "Pemberhentian dengan hormat tidak atas permintaan sendiri",
    ),
    (JenisHukuman.PEMBERHENTIAN_TIDAK_HORMAT, "Pemberhentian tidak dengan hormat"),
    (JenisHukuman.PENGAKTIFAN, "Pengaktifan kembali"),
    (JenisHukuman.PEMINDAHAN_PENURUNAN_JABATAN, "Pemindahan dalam rangka penurunan jabatan"),
    (JenisHukuman.POTONG_TUNKIN_6, "Pemotongan tunjangan kinerja 25% selama 6 bulan"),
    (JenisHukuman.POTONG_TUNKIN_9, "Pemotongan tunjangan kinerja 25% selama 9 bulan"),
    (JenisHukuman.POTONG_TUNKIN_12, "Pemotongan tunjangan kinerja 25% selama 12 bulan"),
    (JenisHukuman.PENURUNAN_JABATAN_12_BULAN, "Penurunan jabatan setingkat 12 bulan"),
    (JenisHukuman.PEMBEBASAN_PELAKSANA_12_BULAN, "Pembebasan menjadi pelaksana 12 bulan"),
    (JenisKelamin.LAKI_LAKI, "Laki-laki"),
)
# IntEnums of one number are equal and hash alike: the kind has to be part of the key.
_LABEL = {(type(code), int(code)): text for code, text in _LABELLED}


def label(code: IntEnum) -> str:
    """Return the Indonesian name of a code, as an officer writes it.

    >>> label(Jenjang.AHLI_MUDA), label(Pendidikan.D3)
    ('Ahli Muda', 'D-III')
    """
    special = _LABEL.get((type(code), int(code)))
    if special is not None:
        return special
    if isinstance(code, Status):
        return code.name
    if isinstance(code, Eselon):
        return code.name.replace("_A", ".a").replace("_B", ".b")
    if isinstance(code, (Predikat, TingkatHukuman)):
        return code.name.replace("_", " ").lower()
    if isinstance(code, JenisHukuman):
        return code.name.replace("_", " ").capitalize()
    return code.name.replace("_", " ").title()


def slug(code: IntEnum) -> str:
    """Return the name of a code as data files write it: `Jenjang.AHLI_MUDA` → `ahli_muda`."""
    return code.name.lower()
