"""Cards of findings about what is in all the same, but is to be looked at."""

from __future__ import annotations

from .finding import Card, Severity

TAHUN_JUDUL_BEDA = Card(
    "tahun-judul-beda",
    Severity.PERIKSA,
    "Judul tabel menyebut tahun {judul}, sedangkan yang diukur tahun {tahun}.",
    "Pastikan berkas ini memang untuk pengukuran tahun {tahun}.",
)
KOLOM_DIDUGA = Card(
    "kolom-diduga",
    Severity.PERIKSA,
    "Judul kolom {kolom} tidak dikenal; kolom itu dibaca sebagai {bidang}: {bukti}.",
    "Bila benar, pastikan agar tidak ditanyakan lagi: pada langkah Kolom di jendela impor, atau "
    'dengan --kolom "{berkas}:{lembar}:{nama_bidang}={huruf}" pada baris perintah; bila salah, '
    "ganti judulnya atau pakai bidang ABAIKAN.",
)
KOLOM_MIRIP = Card(
    "kolom-mirip",
    Severity.PERIKSA,
    "Kolom {kolom} mungkin {bidang} ({bukti}), tetapi belum pasti; kolom itu tidak dipakai.",
    "Bila benar, tunjukkan: pada langkah Kolom di jendela impor, atau dengan "
    '--kolom "{berkas}:{lembar}:{nama_bidang}={huruf}" pada baris perintah; bila bukan, abaikan '
    "temuan ini.",
)
KOLOM_TAK_DIKENAL = Card(
    "kolom-tak-dikenal",
    Severity.PERIKSA,
    "Selain NIP dan nama tidak satu pun judul kolom tabel ini dikenal; tidak dipakai: {ada}.",
    "Bila isinya diperlukan, tunjukkan kolomnya: pada langkah Kolom di jendela impor, atau "
    'misalnya --kolom "{berkas}:{lembar}:NILAI=C" pada baris perintah; bila tidak, abaikan '
    "temuan ini.",
)
KODE_BEDA = Card(
    "kode-beda",
    Severity.PERIKSA,
    "Kode {kode} pada {kolom_kode} tidak cocok dengan “{nama}” pada {kolom}; yang tertulis dengan "
    "kata dipakai.",
    "Cocokkan kode dan namanya dengan SIASN, lalu perbaiki yang salah.",
)
TINGKAT_DIKLAT_TAK_TERBACA = Card(
    "tingkat-diklat-tak-terbaca",
    Severity.PERIKSA,
    "Tingkat diklat kepemimpinan “{nilai}” tidak terbaca; diklat ini belum dihitung.",
    "Tulis tingkatnya dalam nama diklat, misalnya PKP, PKA, PKN II, atau Diklatpim IV.",
)
HUKUMAN_BERTENTANGAN = Card(
    "hukuman-bertentangan",
    Severity.PERIKSA,
    "Tingkat {tingkat} tidak cocok dengan jenis hukuman “{jenis}”; tingkat tertulis yang dipakai.",
    "Cocokkan tingkat dan jenis hukuman dengan surat keputusannya.",
)
CATATAN_TANPA_TANGGAL = Card(
    "catatan-tanpa-tanggal",
    Severity.PERIKSA,
    "{apa} tanpa tanggal; tidak dihitung bila aturan meminta tahun tertentu.",
    "Isi tanggal atau sedikitnya tahunnya.",
)
CATATAN_TANPA_JP = Card(
    "catatan-tanpa-jp",
    Severity.PERIKSA,
    "{apa} tanpa jumlah JP; tidak dihitung bila aturan meminta jumlah jam.",
    "Isi jumlah jam pelajaran menurut sertifikatnya.",
)
TANGGAL_SESUDAH_TAHUN = Card(
    "tanggal-sesudah-tahun",
    Severity.PERIKSA,
    "{apa} bertanggal {tanggal}, sesudah tahun ukur {tahun}; disimpan, tetapi belum dihitung.",
    "Periksa tanggalnya; bila benar, catatan ini dihitung dalam pengukuran tahun itu.",
)
TANGGAL_BULAN_DULU = Card(
    "tanggal-bulan-dulu",
    Severity.PERIKSA,
    "Tanggal di kolom {kolom} ditulis bulan-hari-tahun (misalnya “{contoh}”); semuanya dibaca "
    "demikian.",
    "Pastikan, atau tulis tanggal dengan urutan hari-bulan-tahun, misalnya 31-12-2021.",
)
TANGGAL_HARI_DULU = Card(
    "tanggal-hari-dulu",
    Severity.INFO,
    "Semua tanggal di kolom {kolom} dapat dibaca dengan dua cara (misalnya “{contoh}”); dibaca "
    "hari-bulan-tahun.",
    "Bila maksudnya bulan-hari-tahun, ubah format tanggal kolom itu, lalu impor lagi.",
)
TANGGAL_DUA_ANGKA = Card(
    "tanggal-dua-angka",
    Severity.PERIKSA,
    "Tahun di kolom {kolom} ditulis dua angka (misalnya “{contoh}”, dibaca {dibaca}): dibaca "
    "sebagai tahun terakhir yang tidak sesudah {tahun}.",
    "Pastikan, atau tulis tahun dengan empat angka, misalnya 31-12-2021.",
)
TANGGAL_TERBALIK = Card(
    "tanggal-terbalik",
    Severity.PERIKSA,
    "Tanggal selesai ({selesai}) mendahului tanggal mulai ({mulai}).",
    "Periksa kedua tanggal pada sertifikat.",
)
NILAI_SKP_SAJA = Card(
    "nilai-skp-saja",
    Severity.PERIKSA,
    "Hanya ada kolom nilai SKP, tanpa nilai perilaku dan nilai kinerja; nilai akhirnya belum "
    "dapat ditentukan.",
    "Bila kolom itu sebenarnya nilai akhir, tunjukkan: pada langkah Kolom di jendela impor, atau "
    'dengan --kolom "{berkas}:{lembar}:NILAI={kolom}" pada baris perintah; bila bukan, tambahkan '
    "kolom nilai perilaku.",
)
JABATAN_BERTENTANGAN = Card(
    "jabatan-bertentangan",
    Severity.PERIKSA,
    "Jabatan pegawai {nip} bertentangan: {satu}, tetapi {lain}.",
    "Cocokkan jenis jabatan, jenjang, dan eselon dengan surat keputusan jabatannya.",
)
KEGIATAN_MIRIP = Card(
    "kegiatan-mirip",
    Severity.PERIKSA,
    "Pegawai {nip} mempunyai catatan pengembangan yang mirip: {catatan}.",
    "Hapus salah satunya bila sebenarnya satu kegiatan; keduanya dihitung.",
)
PERNYATAAN_BEDA = Card(
    "pernyataan-beda",
    Severity.PERIKSA,
    "{bukti} pegawai {nip}: tabel menyatakan {pernyataan}, riwayat menunjukkan {rekaman}; yang "
    "lebih kuat dipakai.",
    "Cocokkan pernyataan dengan riwayatnya, lalu perbaiki yang salah.",
)
NILAI_BEDA_KOMPONEN = Card(
    "nilai-beda-komponen",
    Severity.PERIKSA,
    "Nilai kinerja pegawai {nip} ({nilai}) tidak sama dengan gabungan SKP dan perilakunya "
    "({hitungan}); nilai tertulis yang dipakai.",
    "Cocokkan ketiga nilai dengan dokumen penilaian kinerja.",
)
PREDIKAT_BEDA = Card(
    "predikat-beda",
    Severity.PERIKSA,
    "Predikat kinerja pegawai {nip} tertulis {predikat}, tetapi nilainya {nilai} berada di "
    "predikat lain; nilai yang dipakai.",
    "Cocokkan nilai dan predikat dengan dokumen penilaian kinerja.",
)
RATING_BEDA = Card(
    "rating-beda",
    Severity.PERIKSA,
    "Predikat kinerja pegawai {nip} tertulis {predikat}, tetapi rating hasil kerja dan perilakunya "
    "bermakna {menurut}; predikat tertulis yang dipakai.",
    "Cocokkan predikat dan kedua rating dengan dokumen evaluasi kinerja.",
)
JENJANG_BELUM_ADA = Card(
    "jenjang-belum-ada",
    Severity.PERIKSA,
    "{instrumen} pegawai {nip}: jenjang jabatannya belum ada, sehingga tidak dapat dinilai dan "
    "bernilai 0.",
    "Isi jenjang atau eselon pegawai ini dalam daftar pegawai, lalu impor lagi.",
)
HUKUMAN_TANPA_TINGKAT = Card(
    "hukuman-tanpa-tingkat",
    Severity.PERIKSA,
    "Hukuman disiplin pegawai {nip}: ada hukuman yang tingkatnya tidak diketahui, sehingga "
    "disiplin bernilai 0.",
    "Isi tingkat hukuman (ringan, sedang, berat), atau lamanya untuk penurunan pangkat.",
)
PENILAIAN_TANPA_NILAI = Card(
    "penilaian-tanpa-nilai",
    Severity.PERIKSA,
    "Penilaian kinerja pegawai {nip} ada, tetapi tanpa nilai atau predikat yang dapat dipakai; "
    "bernilai 0.",
    "Isi nilai atau predikat kinerjanya; SKP dan perilaku saja hanya dapat digabung menurut "
    "skala yang mengaturnya.",
)
BELUM_ADA_DATA = Card(
    "belum-ada-data",
    Severity.PERIKSA,
    "{instrumen} pegawai {nip}: belum ada data, sehingga bernilai 0 dan pegawainya belum lengkap.",
    "Impor tabel yang memuatnya; bila memang tidak ada, impor riwayat lengkapnya.",
)
HILANG_DARI_BERKAS = Card(
    "hilang-dari-berkas",
    Severity.PERIKSA,
    "Pegawai {nip} ada dalam impor sebelumnya tetapi tidak lagi dalam berkas ini.",
    "Pastikan pegawai itu pindah, pensiun, atau terlewat.",
)
