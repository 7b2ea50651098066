"""A small report by hand, with one of everything, for tests of numbering and of the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO

import pypdfium2

from ipasn_core.formatting import Pembulatan
from ipasn_core.reports.document import (
    BELUM_ADA,
    KE_ATAS,
    KE_KIRI,
    Bagian,
    Baris,
    Blok,
    Daftar,
    Document,
    Jenis,
    JenisBaris,
    Judul,
    Kaki,
    Kolom,
    Kop,
    LambangContoh,
    Lampiran,
    Paragraf,
    Pengesahan,
    Rata,
    Rujukan,
    Tabel,
    TandaTangan,
    Tebal,
    Ukuran,
)
from ipasn_core.reports.meta import Meta
from ipasn_core.reports.pdf.render import render

SIDIK_JARI = "c9a65c1036d513c05ab03a630d723c3d401d069f0bcc35df4e9756a72b02ae0d"

META = Meta(
    judul="Laporan Hasil Pengukuran IPASN",
    instansi="Badan Kepegawaian Kota Contoh",
    subjek="Nomor 800/1/2022, Revisi 0, tahun ukur 2021",
    kata_kunci=(SIDIK_JARI, "perban-bkn-8-2019"),
    pembuat="IPASN 0.1.0",
    dibuat=datetime(2022, 1, 31, 2, 15, 22, tzinfo=UTC),
    sidik_jari=SIDIK_JARI,
)

HASIL = Tabel(
    kolom=(
        Kolom("No.", 10, Jenis.NOMOR),
        Kolom("Dimensi", 51),
        Kolom("Bobot\nMaksimal", 26, Jenis.POIN),
        Kolom("Nilai\nInstansi", 26, Jenis.POIN, desimal=2),
        Kolom("Target\nInstansi", 26, Jenis.POIN),
        Kolom("Capaian\n(%)", 26, Jenis.POIN, desimal=2, pembulatan=Pembulatan.POTONG),
    ),
    baris=(
        Baris((1, "Kualifikasi", 25000, Fraction(41183, 3395), 15000, Fraction(8236600, 101850))),
        Baris((2, "Disiplin", 5000, Fraction(499, 100), 4000, Fraction(499, 4))),
        Baris(
            ("Indeks", KE_KIRI, 30000, Fraction(1712, 100), 19000, Fraction(9010, 100)),
            JenisBaris.UTAMA,
        ),
        Baris(("Kategori", KE_KIRI, "SEDANG", KE_KIRI, KE_KIRI, KE_KIRI), JenisBaris.UTAMA),
    ),
    judul="Hasil pengukuran",
    kunci="hasil",
    nomor_kolom=("1", "2", "3", "4", "5", "6 = 4 : 5"),
    catatan="Capaian dipotong pada dua desimal.",
    ukuran=Ukuran.PENTING,
)

INSTRUMEN = Tabel(
    kolom=(
        Kolom("Instrumen", 48),
        Kolom("Ukuran", 60),
        *(
            Kolom(nama, 19, Jenis.POIN, "Nilai menurut Jenis Jabatan")
            for nama in ("Struktural", "Fungsional", "Pelaksana")
        ),
    ),
    baris=(
        Baris(((Tebal("Kompetensi"), " (Pasal 8)"), *(KE_KIRI,) * 4), JenisBaris.KELOMPOK),
        Baris(("Pendidikan formal tertinggi", "S-3", 25000, KE_KIRI, KE_KIRI)),
        Baris((KE_ATAS, "S-2", 20000, KE_KIRI, KE_KIRI)),
        Baris(("Diklat teknis", "Paling sedikit 20 JP", 15000, None, 22500)),
        Baris(("Seminar", "Pernah", BELUM_ADA, None, 17500)),
    ),
    judul="Instrumen pengukuran",
    kunci="instrumen",
    ukuran=Ukuran.SEDANG,
)


class Orang:
    """Rows of an annex made while they are drawn."""

    def __init__(self, groups: tuple[tuple[str, int], ...]) -> None:
        self.groups = groups

    def __iter__(self) -> Iterator[Baris]:
        for nama, count in self.groups:
            head = (f"{nama}, {count} pegawai", *(KE_KIRI,) * 3)
            yield Baris(head, JenisBaris.KELOMPOK, nama)
            for at in range(1, count + 1):
                orang = f"Orang Ke{at}, S.Pd.\n19850312 201001 1 {at:03}, III/c"
                yield Baris((at, orang, 57500 + 500 * (at % 3), "Sangat Rendah"))
            yield Baris((f"Rata-rata {nama}", KE_KIRI, Fraction(58), "Rendah"), JenisBaris.SUBTOTAL)


def nominatif(*groups: tuple[str, int]) -> Tabel:
    """Return an annex table with these groups."""
    return Tabel(
        kolom=(
            Kolom("No.", 20, Jenis.NOMOR),
            Kolom("Nama\nNIP, Golongan", 180),
            Kolom("IPASN", 50, Jenis.POIN, desimal=2),
            Kolom("Kategori", 50, rata=Rata.TENGAH),
        ),
        baris=Orang(groups),
        nomor_kolom=("1", "2", "3", "4"),
        ukuran=Ukuran.NOMINATIF,
    )


TANDA_TANGAN = TandaTangan(
    tempat="Bontang",
    tanggal=date(2022, 1, 31),
    jabatan=("KEPALA BADAN KEPEGAWAIAN",),
    nama="NAMA LENGKAP, S.Sos., M.Si.",
    awalan="Plt.",
    pangkat="Pembina Utama Muda, IV/c",
    nip="197001011995011000",
    pengesahan=Pengesahan("800/1/2022", 0, 2021, "71.59", 3395, SIDIK_JARI),
    tembusan=("Wali Kota Bontang", "Sekretaris Daerah"),
    catatan="Kode itu bukan tanda tangan.",
)

BLOK: tuple[Blok, ...] = (
    Kop(
        "PEMERINTAH KOTA CONTOH",
        "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
        ("Jalan Contoh Nomor 1, Kota Contoh 75300",),
        LambangContoh(),
    ),
    Judul(("LAPORAN HASIL PENGUKURAN", "TAHUN 2021"), "800/1/2022"),
    Bagian("Pendahuluan", kunci="pendahuluan"),
    Bagian("Dasar Hukum", 2),
    Daftar(("Undang-Undang Nomor 5 Tahun 2014; dan", "Peraturan Badan Nomor 8 Tahun 2019.")),
    Bagian("Metode Pengukuran", kunci="metode"),
    Paragraf(("Instrumen tercantum dalam ", Rujukan("instrumen"), ".")),
    INSTRUMEN,
    Bagian("Hasil Pengukuran"),
    Paragraf(("Indeks adalah ", Tebal("71,59"), ", rinciannya dalam ", Rujukan("hasil"), ".")),
    HASIL,
    TANDA_TANGAN,
    Lampiran("LAPORAN HASIL PENGUKURAN", ("DAFTAR NOMINATIF",), "800/1/2022", date(2022, 1, 31)),
    nominatif(("Dinas Satu", 30), ("Dinas Dua", 3)),
)

KAKI = Kaki((("Laporan IPASN", "Nomor 800/1/2022"), ("Sidik jari isi C9A6",)))

LAPORAN = Document(BLOK, KAKI)


def pdf_bytes(document: Document, meta: Meta = META) -> bytes:
    """Render a document into memory."""
    target = BytesIO()
    render(document, target, meta)
    return target.getvalue()


def page_texts(data: bytes) -> list[str]:
    """Extract every page's text, its white space made single."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
