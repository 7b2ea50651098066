"""Cards of findings about who a row is about, and what is said of a person."""

from __future__ import annotations

from .finding import Card, Severity

NIP_ANGKA = Card(
    "nip-angka",
    Severity.GALAT,
    "NIP diketik sebagai angka ({nilai}): Excel hanya menyimpan 15 angka, tiga angka terakhirnya "
    "sudah hilang.",
    "Ubah format kolom NIP menjadi Teks, lalu ketik ulang NIP dari dokumen kepegawaian.",
)
NIP_BUKAN_18_ANGKA = Card(
    "nip-bukan-18-angka",
    Severity.GALAT,
    "NIP “{nilai}” bukan 18 angka ({jumlah}).",
    "Periksa NIP di dokumen kepegawaian; NIP dan NI PPPK selalu 18 angka.",
)
NIP_TIDAK_SAH = Card(
    "nip-tidak-sah",
    Severity.GALAT,
    "NIP “{nilai}” tidak mungkin: bagian {bagian} salah.",
    "Cocokkan NIP dengan dokumen kepegawaian, terutama bagian {bagian}.",
)
NIP_KOSONG = Card(
    "nip-kosong",
    Severity.GALAT,
    "Baris ini berisi data tetapi NIP-nya kosong.",
    "Isi NIP baris ini; bila bukan data pegawai, sisihkan temuan ini dengan alasan.",
)
NAMA_KOSONG = Card(
    "nama-kosong",
    Severity.GALAT,
    "Nama pegawai kosong.",
    "Isi nama pegawai pada baris ini.",
)
IDENTITAS_KURANG = Card(
    "identitas-kurang",
    Severity.GALAT,
    "Pegawai {nip} belum dapat masuk: {kurang} tidak ditemukan di tabel mana pun.",
    "Sertakan tabel yang memuat nama dan jenis jabatan (atau jenjang atau eselon) pegawai ini.",
)
PEGAWAI_TAK_DIKENAL = Card(
    "pegawai-tak-dikenal",
    Severity.GALAT,
    "Pegawai {nip} tidak ada dalam daftar pegawai; {jumlah} baris riwayatnya tidak dimasukkan.",
    "Impor daftar pegawai yang memuat orang ini lebih dahulu atau bersama berkas ini, lalu impor "
    "lagi berkas ini.",
)
BARIS_BERTENTANGAN = Card(
    "baris-bertentangan",
    Severity.GALAT,
    "Isi {bidang} pegawai {nip} bertentangan pada {baris}; baris-baris itu tidak dimasukkan.",
    "Tentukan isi yang benar, perbaiki atau hapus baris yang salah, lalu impor lagi.",
)

KELAMIN_BEDA_NIP = Card(
    "kelamin-beda-nip",
    Severity.PERIKSA,
    "Jenis kelamin tertulis {tertulis}, sedangkan menurut NIP {menurut}; yang tertulis dipakai.",
    "Cocokkan jenis kelamin dan NIP dengan dokumen kepegawaian.",
)
STATUS_BEDA_NIP = Card(
    "status-beda-nip",
    Severity.PERIKSA,
    "Status tertulis {tertulis}, sedangkan nomornya berbentuk {menurut}; yang tertulis dipakai.",
    "Cocokkan status dan NIP dengan dokumen kepegawaian: angka ke-13 dan 14 NIP berisi bulan 01 "
    "sampai 12, NI PPPK 21 sampai 29.",
)
USIA_ANGKAT_JANGGAL = Card(
    "usia-angkat-janggal",
    Severity.PERIKSA,
    "Menurut NIP, pegawai ini berusia {usia} tahun ketika diangkat.",
    "Cocokkan tanggal lahir dan tahun pengangkatan dalam NIP dengan dokumen kepegawaian.",
)
NAMA_LAHIR_SAMA = Card(
    "nama-lahir-sama",
    Severity.PERIKSA,
    "Pegawai {nip} bernama dan bertanggal lahir sama dengan pegawai {lain}.",
    "Pastikan keduanya memang dua orang; bila satu orang, perbaiki NIP yang salah.",
)
STATUS_TAK_DIUKUR = Card(
    "status-tak-diukur",
    Severity.INFO,
    "{jumlah} pegawai tidak diukur menurut aturan tahun ini ({status}); datanya disimpan, tidak "
    "dinilai.",
)
OPD_MIRIP = Card(
    "opd-mirip",
    Severity.PERIKSA,
    "Perangkat daerah “{opd}” belum ada; yang paling mirip “{mirip}”.",
    "Bila sama, samakan tulisannya dengan yang sudah ada; bila memang lain, sisihkan temuan ini.",
)
OPD_KOSONG = Card(
    "opd-kosong",
    Severity.PERIKSA,
    "Perangkat daerah pegawai {nip} kosong; nilainya dihitung, tetapi tidak bagi perangkat daerah "
    "mana pun.",
    "Isi perangkat daerahnya, lalu impor lagi.",
)
UNIT_BUKAN_OPD = Card(
    "unit-bukan-opd",
    Severity.PERIKSA,
    "Kolom {kolom} memuat unit di bawah perangkat daerah (misalnya “{contoh}”) bagi {jumlah} "
    "pegawai; rekap per perangkat daerah akan terpecah.",
    "Sertakan lembar hierarki unit (SIASN: HierarkiUnor), atau isi kolom itu dengan perangkat "
    "daerahnya.",
)
PENDIDIKAN_TURUN = Card(
    "pendidikan-turun",
    Severity.PERIKSA,
    "Pendidikan pegawai {nip} tertulis {baru}, lebih rendah daripada yang tercatat ({lama}).",
    "Cocokkan dengan ijazah terakhirnya, lalu perbaiki yang salah.",
)
