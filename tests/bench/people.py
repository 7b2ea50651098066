"""People made up, as a personnel office would list them: texts as long as real ones, real NIPs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

FIRST = (
    "Ayu Eko Maria Syamsul Fajar Fitri Putu Lestari Tuti Andi Heri Rina Rudi Dewi Markus Rizky "
    "Yusuf Abdul Arif Dedi Indah Mega Nurhayati Bambang Sri Agus Wahyu Hendra Ratna Yohanes"
).split()
LAST = (
    "Hidayat Nasution Sulistyo Pangaribuan Santoso Nugroho Ramadhan Kurniasih Saputra Handayani "
    "Hakim Siregar Al-Idrus Wahyuni Simanjuntak Purnomo Rahman Setiawan Lubis Tandiono"
).split()
DEGREES = {
    "SLTA": ("",),
    "D-III": (", A.Md.", ", A.Md.Kep."),
    "S-1": (", S.E.", ", S.Pd.", ", S.Kep., Ners", ", S.Sos."),
    "S-2": (", S.E., M.M.", ", S.Pd., M.Pd.", ", S.H., M.H."),
    "S-3": (", S.T., M.T., Ph.D.",),
}
POSTS = {
    ("Struktural", "Pengawas"): ("Kepala Seksi Kesejahteraan Rakyat", "Kepala Subbagian Umum"),
    ("Struktural", "Administrator"): ("Kepala Bidang Mutasi dan Promosi", "Sekretaris Dinas"),
    ("Fungsional", "Ahli Muda"): (
        "Analis Sumber Daya Manusia Aparatur Ahli Muda",
        "Guru Ahli Muda",
    ),
    ("Fungsional", "Ahli Pertama"): ("Perawat Ahli Pertama", "Analis Kebijakan Ahli Pertama"),
    ("Fungsional", "Penyelia"): ("Pranata Laboratorium Kesehatan Penyelia",),
    ("Pelaksana", "Pelaksana"): ("Pengadministrasi Perkantoran", "Pengelola Keuangan"),
}
OFFICES = tuple(
    f"{kind} {field}"
    for kind in ("Dinas", "Badan", "Kantor Wilayah")
    for field in (
        "Pendidikan dan Kebudayaan;Kesehatan;Pekerjaan Umum dan Penataan Ruang;Perhubungan;"
        "Ketahanan Pangan, Perikanan dan Pertanian;Lingkungan Hidup;Komunikasi dan Informatika;"
        "Penanaman Modal dan Pelayanan Terpadu Satu Pintu;Kependudukan dan Pencatatan Sipil;"
        "Kepemudaan, Olahraga, Pariwisata dan Ekonomi Kreatif;Sosial;Perpustakaan dan Kearsipan;"
        "Koperasi, Usaha Kecil, Menengah dan Perdagangan;Pemadam Kebakaran dan Penyelamatan;"
        "Perencanaan Pembangunan, Penelitian dan Pengembangan;Pengelolaan Keuangan dan Aset;"
        "Kepegawaian dan Pengembangan Sumber Daya Manusia;Pendapatan;Ketenagakerjaan;Statistik"
    ).split(";")
)


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a wide table."""

    nip: str
    nama: str
    jenis_kelamin: str
    golongan: str
    jenis_jabatan: str
    jenjang: str
    jabatan: str
    opd: str
    pendidikan: str
    kepemimpinan: str
    fungsional: str
    jp: int
    seminar: str
    skp: float
    perilaku: float
    nilai: float
    hukuman: str


def people(count: int) -> Iterator[Person]:
    """Make up people, the same every time; they stand office by office."""
    random = Random(8)
    choose = random.choice
    degrees, posts = tuple(DEGREES), tuple(POSTS)
    for at in range(count):
        pendidikan, post = choose(degrees), choose(posts)
        skp, perilaku = random.randrange(560, 1000) / 10, random.randrange(560, 1000) / 10
        nip = _nip(at, random)
        yield Person(
            nip=nip,
            nama=f"{choose(FIRST)} {choose(LAST)} {choose(LAST)}{choose(DEGREES[pendidikan])}",
            jenis_kelamin="LP"[int(nip[14]) - 1],
            golongan=f"{choose(('II', 'III', 'IV'))}/{choose('abcd')}",
            jenis_jabatan=post[0],
            jenjang=post[1],
            jabatan=choose(POSTS[post]),
            opd=OFFICES[at * len(OFFICES) // count],
            pendidikan=pendidikan,
            kepemimpinan=choose(("Sudah", "Belum")) if post[0] == "Struktural" else "Belum",
            fungsional=choose(("Sudah", "Belum")) if post[0] == "Fungsional" else "Belum",
            jp=choose((0, 4, 8, 12, 20, 24, 30, 40, 60)),
            seminar=choose(("Sudah", "Belum")),
            skp=skp,
            perilaku=perilaku,
            nilai=round(0.6 * skp + 0.4 * perilaku, 2),
            hukuman="Ringan" if random.random() < 0.01 else "Tidak Ada",
        )


def _nip(at: int, random: Random) -> str:
    """Return an NIP that no other person has: number and day of birth together count up."""
    number, day = divmod(at, 35 * 12 * 28)
    birth = f"{1963 + day % 35}{1 + day // 35 % 12:02}{1 + day // 420 % 28:02}"
    month, sex = random.randrange(1, 13), random.randrange(1, 3)
    return f"{birth}{random.randrange(2015, 2021)}{month:02}{sex}{number + 1:03}"
