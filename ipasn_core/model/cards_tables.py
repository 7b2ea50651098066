"""Cards of findings about cells, columns, sheets and files."""

from __future__ import annotations

from .finding import Card, Severity

SEL_GALAT = Card(
    "sel-galat",
    Severity.GALAT,
    "Sel {kolom} berisi galat {galat}.",
    "Perbaiki rumusnya atau ketik nilainya, simpan, lalu impor lagi.",
)
RUMUS_TANPA_HASIL = Card(
    "rumus-tanpa-hasil",
    Severity.GALAT,
    "Sel {kolom} berisi rumus yang hasilnya tidak tersimpan dalam berkas.",
    "Buka berkas di Excel atau LibreOffice, tunggu sampai terhitung, simpan, lalu impor lagi.",
)
KOLOM_WAJIB_TAK_ADA = Card(
    "kolom-wajib-tak-ada",
    Severity.GALAT,
    "Kolom wajib tidak ditemukan: {kurang}. Yang ditemukan: {ada}.",
    "Tambahkan kolom itu, atau tunjukkan kolomnya: pada langkah Kolom di jendela impor, atau "
    'misalnya --kolom "{berkas}:{lembar}:{kurang}=C" pada baris perintah.',
)
KOLOM_GANDA = Card(
    "kolom-ganda",
    Severity.GALAT,
    "Kolom {kolom} sama-sama terbaca sebagai {bidang} tetapi isinya berbeda; tidak ada yang "
    "dipakai.",
    "Hapus atau ganti judul salah satunya, atau tunjukkan yang benar: pada langkah Kolom di "
    "jendela impor, atau dengan --kolom pada baris perintah.",
)
BERKAS_TAK_TERBACA = Card(
    "berkas-tak-terbaca",
    Severity.GALAT,
    "{sebab}",
    "{saran}",
)
TABEL_HASIL_BKN = Card(
    "tabel-hasil-bkn",
    Severity.INFO,
    "Tabel ini hasil pengukuran (PIP ASN), bukan bukti; tidak ada pegawai yang masuk dari sini.",
    "Gunakan rekonsiliasi untuk membandingkannya dengan hitungan sendiri.",
)
LEMBAR_TERSEMBUNYI = Card(
    "lembar-tersembunyi",
    Severity.INFO,
    "Lembar ini tersembunyi dan tidak dibaca.",
    "Tampilkan lembar itu (Unhide) bila isinya data, lalu impor lagi.",
)
BARIS_TERSEMBUNYI = Card(
    "baris-tersembunyi",
    Severity.INFO,
    "{jumlah} baris data tersembunyi dalam berkas; baris-baris itu ikut dibaca.",
)
LEMBAR_DILEWATI = Card(
    "lembar-dilewati",
    Severity.INFO,
    "Lembar ini dilewati: tidak ada tabel dengan judul kolom yang dikenal.",
    "Bila isinya data pegawai, pastikan ada baris judul kolom yang memuat NIP, atau tunjukkan "
    "kolomnya: pada langkah Kolom di jendela impor, atau misalnya --kolom NIP=C pada baris "
    "perintah.",
)
LEMBAR_HIERARKI = Card(
    "lembar-hierarki",
    Severity.INFO,
    "Lembar ini daftar unit organisasi; perangkat daerah pegawai dalam impor ini dicari darinya.",
    "Impor bersama daftar pegawai yang memuat UNOR ID atau nama unitnya.",
)
LEMBAR_KOSONG = Card(
    "lembar-kosong",
    Severity.INFO,
    "Tabel ini belum memuat satu baris pegawai pun.",
    "Isi tabelnya, atau minta kembali kepada pengirimnya, lalu impor lagi.",
)
LEMBAR_NIHIL = Card(
    "lembar-nihil",
    Severity.INFO,
    "Lembar ini tidak memuat satu baris riwayat pun (nihil).",
    "Agar berarti “tidak ada” bagi pegawai yang tidak ada di buku kerja ini, nyatakan bagi siapa "
    "riwayatnya lengkap: pada langkah Berkas di jendela impor, atau dengan --cakup semua atau "
    "--cakup nama perangkat daerahnya pada baris perintah.",
)
BARIS_TANPA_ISI = Card(
    "baris-tanpa-isi",
    Severity.INFO,
    "{jumlah} baris riwayat hanya berisi pegawai tanpa riwayat; dilewati.",
)
DUA_BARIS_SEORANG = Card(
    "dua-baris-seorang",
    Severity.PERIKSA,
    "Tabel ini memakai dua baris untuk seorang pegawai ({jumlah} orang); baris kedua mengisi yang "
    "kosong di baris pertama, dan {sisa} isinya yang lain tidak dipakai.",
    "Pastikan pada rencana impor bahwa isinya benar; bila tidak, tulis satu baris untuk seorang.",
)
RIWAYAT_JABATAN = Card(
    "riwayat-jabatan",
    Severity.INFO,
    "Lembar ini riwayat jabatan: dipakai jabatan definitif pada akhir tahun {tahun}; {jumlah} "
    "baris jabatan lain tidak dipakai.",
)
KOLOM_DIABAIKAN = Card(
    "kolom-diabaikan",
    Severity.INFO,
    "Kolom {kolom} tidak dipakai karena artinya tidak pasti dalam tabel ini.",
)
