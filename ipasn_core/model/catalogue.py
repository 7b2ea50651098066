"""The catalogue: every finding that reading can have, with the words officers see.

A sentence says what is wrong and with what; where it is (file, sheet, row, column) is the
finding's address and not in the words. A remedy says what to do in the spreadsheet.
"""

from __future__ import annotations

from .finding import Card, Severity

_GALAT, _PERIKSA, _INFO = Severity.GALAT, Severity.PERIKSA, Severity.INFO

# ---------------------------------------------------------------- who

NIP_ANGKA = Card(
    "nip-angka",
    _GALAT,
    "NIP diketik sebagai angka ({nilai}): Excel hanya menyimpan 15 angka, tiga angka terakhirnya "
    "sudah hilang.",
    "Ubah format kolom NIP menjadi Teks, lalu ketik ulang NIP dari dokumen kepegawaian.",
)
NIP_BUKAN_18_ANGKA = Card(
    "nip-bukan-18-angka",
    _GALAT,
    "NIP “{nilai}” bukan 18 angka ({jumlah}).",
    "Periksa NIP di dokumen kepegawaian; NIP dan NI PPPK selalu 18 angka.",
)
NIP_TIDAK_SAH = Card(
    "nip-tidak-sah",
    _GALAT,
    "NIP “{nilai}” tidak mungkin: bagian {bagian} salah.",
    "Cocokkan NIP dengan dokumen kepegawaian, terutama bagian {bagian}.",
)
NIP_KOSONG = Card(
    "nip-kosong",
    _GALAT,
    "Baris ini berisi data tetapi NIP-nya kosong.",
    "Isi NIP baris ini; bila bukan data pegawai, sisihkan temuan ini dengan alasan.",
)
NAMA_KOSONG = Card(
    "nama-kosong",
    _GALAT,
    "Nama pegawai kosong.",
    "Isi nama pegawai pada baris ini.",
)
IDENTITAS_KURANG = Card(
    "identitas-kurang",
    _GALAT,
    "Pegawai {nip} belum dapat masuk: {kurang} tidak ditemukan di tabel mana pun.",
    "Sertakan tabel yang memuat nama dan jenis jabatan (atau jenjang atau eselon) pegawai ini.",
)
PEGAWAI_TAK_DIKENAL = Card(
    "pegawai-tak-dikenal",
    _GALAT,
    "Pegawai {nip} tidak ada dalam daftar pegawai; {jumlah} baris riwayatnya tidak dimasukkan.",
    "Impor daftar pegawai yang memuat orang ini lebih dahulu atau bersama berkas ini, lalu impor "
    "lagi berkas ini.",
)
BARIS_BERTENTANGAN = Card(
    "baris-bertentangan",
    _GALAT,
    "Isi {bidang} pegawai {nip} bertentangan pada {baris}; baris-baris itu tidak dimasukkan.",
    "Tentukan isi yang benar, perbaiki atau hapus baris yang salah, lalu impor lagi.",
)

KELAMIN_BEDA_NIP = Card(
    "kelamin-beda-nip",
    _PERIKSA,
    "Jenis kelamin tertulis {tertulis}, sedangkan menurut NIP {menurut}; yang tertulis dipakai.",
    "Cocokkan jenis kelamin dan NIP dengan dokumen kepegawaian.",
)
STATUS_BEDA_NIP = Card(
    "status-beda-nip",
    _PERIKSA,
    "Status tertulis {tertulis}, sedangkan nomornya berbentuk {menurut}; yang tertulis dipakai.",
    "Cocokkan status dan NIP dengan dokumen kepegawaian: angka ke-13 dan 14 NIP berisi bulan 01 "
    "sampai 12, NI PPPK 21 sampai 29.",
)
USIA_ANGKAT_JANGGAL = Card(
    "usia-angkat-janggal",
    _PERIKSA,
    "Menurut NIP, pegawai ini berusia {usia} tahun ketika diangkat.",
    "Cocokkan tanggal lahir dan tahun pengangkatan dalam NIP dengan dokumen kepegawaian.",
)
NAMA_LAHIR_SAMA = Card(
    "nama-lahir-sama",
    _PERIKSA,
    "Pegawai {nip} bernama dan bertanggal lahir sama dengan pegawai {lain}.",
    "Pastikan keduanya memang dua orang; bila satu orang, perbaiki NIP yang salah.",
)
STATUS_TAK_DIUKUR = Card(
    "status-tak-diukur",
    _INFO,
    "{jumlah} pegawai tidak diukur menurut aturan tahun ini ({status}); datanya disimpan, tidak "
    "dinilai.",
)
OPD_MIRIP = Card(
    "opd-mirip",
    _PERIKSA,
    "Perangkat daerah “{opd}” belum ada; yang paling mirip “{mirip}”.",
    "Bila sama, samakan tulisannya dengan yang sudah ada; bila memang lain, sisihkan temuan ini.",
)
OPD_KOSONG = Card(
    "opd-kosong",
    _PERIKSA,
    "Perangkat daerah pegawai {nip} kosong; nilainya dihitung, tetapi tidak bagi perangkat daerah "
    "mana pun.",
    "Isi perangkat daerahnya, lalu impor lagi.",
)
UNIT_BUKAN_OPD = Card(
    "unit-bukan-opd",
    _PERIKSA,
    "Kolom {kolom} memuat unit di bawah perangkat daerah (misalnya “{contoh}”) bagi {jumlah} "
    "pegawai; rekap per perangkat daerah akan terpecah.",
    "Sertakan lembar hierarki unit (SIASN: HierarkiUnor), atau isi kolom itu dengan perangkat "
    "daerahnya.",
)
PENDIDIKAN_TURUN = Card(
    "pendidikan-turun",
    _PERIKSA,
    "Pendidikan pegawai {nip} tertulis {baru}, lebih rendah daripada yang tercatat ({lama}).",
    "Cocokkan dengan ijazah terakhirnya, lalu perbaiki yang salah.",
)

# ---------------------------------------------------------------- codes

_DAFTAR = "Tulis salah satu dari: {pilihan}."

PENDIDIKAN_TAK_DIKENAL = Card(
    "pendidikan-tak-dikenal",
    _GALAT,
    "Tingkat pendidikan “{nilai}” tidak dikenal.",
    _DAFTAR,
)
JENIS_JABATAN_TAK_DIKENAL = Card(
    "jenis-jabatan-tak-dikenal",
    _GALAT,
    "Jenis jabatan “{nilai}” tidak dikenal.",
    _DAFTAR,
)
JENJANG_TAK_DIKENAL = Card(
    "jenjang-tak-dikenal",
    _GALAT,
    "Jenjang jabatan “{nilai}” tidak dikenal.",
    _DAFTAR,
)
ESELON_TAK_DIKENAL = Card(
    "eselon-tak-dikenal",
    _GALAT,
    "Eselon “{nilai}” tidak dikenal.",
    "Tulis eselon dengan hurufnya, misalnya III.a, atau kosongkan untuk jabatan noneselon.",
)
STATUS_TAK_DIKENAL = Card(
    "status-tak-dikenal",
    _GALAT,
    "Status kepegawaian “{nilai}” tidak dikenal.",
    _DAFTAR,
)
GOLONGAN_TAK_DIKENAL = Card(
    "golongan-tak-dikenal",
    _GALAT,
    "Golongan “{nilai}” tidak dikenal.",
    "Tulis golongan PNS seperti III/a atau golongan PPPK seperti IX.",
)
KEDUDUKAN_TAK_DIKENAL = Card(
    "kedudukan-tak-dikenal",
    _GALAT,
    "Kedudukan hukum “{nilai}” tidak dikenal.",
    "Tulis kedudukan hukum sebagaimana dalam SIASN, misalnya Aktif, CLTN, atau Tugas Belajar.",
)
KELAMIN_TAK_DIKENAL = Card(
    "kelamin-tak-dikenal",
    _GALAT,
    "Jenis kelamin “{nilai}” tidak dikenal.",
    "Tulis L atau P.",
)
PERNYATAAN_TAK_DIKENAL = Card(
    "pernyataan-tak-dikenal",
    _GALAT,
    "Isi kolom {kolom} “{nilai}” tidak dapat dibaca sebagai sudah atau belum.",
    "Tulis Sudah atau Belum.",
)
PREDIKAT_TAK_DIKENAL = Card(
    "predikat-tak-dikenal",
    _GALAT,
    "{kolom} “{nilai}” tidak dikenal.",
    _DAFTAR,
)
HUKUMAN_TAK_DIKENAL = Card(
    "hukuman-tak-dikenal",
    _GALAT,
    "Hukuman disiplin “{nilai}” tidak dapat dibaca.",
    "Tulis tingkatnya (Ringan, Sedang, atau Berat), atau Tidak Ada bila tidak pernah dihukum.",
)
JENIS_DIKLAT_TAK_DIKENAL = Card(
    "jenis-diklat-tak-dikenal",
    _GALAT,
    "Jenis diklat “{nilai}” tidak dikenal.",
    "Tulis jenis menurut SIASN, misalnya Diklat Teknis, Diklat Fungsional, Seminar, atau Workshop.",
)

# ---------------------------------------------------------------- numbers and dates

JP_TAK_TERBACA = Card(
    "jp-tak-terbaca",
    _GALAT,
    "JP “{nilai}” tidak dapat dibaca sebagai angka.",
    "Tulis jumlah jam pelajaran sebagai angka saja, misalnya 24.",
)
JP_DI_LUAR_SKALA = Card(
    "jp-di-luar-skala",
    _GALAT,
    "JP {nilai} di luar kewajaran (0 sampai {batas}).",
    "Periksa jumlah jam pelajaran pada sertifikat, lalu perbaiki.",
)
NILAI_TAK_TERBACA = Card(
    "nilai-tak-terbaca",
    _GALAT,
    "{kolom} “{nilai}” tidak dapat dibaca sebagai angka.",
    "Tulis nilai sebagai angka, misalnya 91,25.",
)
NILAI_DI_LUAR_SKALA = Card(
    "nilai-di-luar-skala",
    _GALAT,
    "{kolom} {nilai} di luar skala 0 sampai {batas}.",
    "Periksa nilai pada dokumen penilaian kinerja, lalu perbaiki.",
)
NILAI_PECAHAN = Card(
    "nilai-pecahan",
    _GALAT,
    "{kolom} {nilai}: tidak satu nilai pun di kolom ini di atas 1; selnya mungkin berformat "
    "persen.",
    "Tulis nilai sebagai angka biasa, misalnya 91,25, bukan 0,9125 atau 91,25% berformat persen.",
)
TANGGAL_DUA_ARTI = Card(
    "tanggal-dua-arti",
    _GALAT,
    "{kolom} “{nilai}” dapat dibaca dengan dua cara: kolom ini memuat tanggal yang didahului hari "
    "dan tanggal yang didahului bulan.",
    "Tulis semua tanggal dalam kolom ini dengan urutan hari-bulan-tahun, misalnya 31-12-2021.",
)
TANGGAL_TAK_TERBACA = Card(
    "tanggal-tak-terbaca",
    _GALAT,
    "{kolom} “{nilai}” tidak dapat dibaca sebagai tanggal atau tahun.",
    "Tulis tanggal dengan tahun empat angka, misalnya 31-12-2021, atau tahunnya saja.",
)

# ---------------------------------------------------------------- cells, columns, sheets, files

SEL_GALAT = Card(
    "sel-galat",
    _GALAT,
    "Sel {kolom} berisi galat {galat}.",
    "Perbaiki rumusnya atau ketik nilainya, simpan, lalu impor lagi.",
)
RUMUS_TANPA_HASIL = Card(
    "rumus-tanpa-hasil",
    _GALAT,
    "Sel {kolom} berisi rumus yang hasilnya tidak tersimpan dalam berkas.",
    "Buka berkas di Excel atau LibreOffice, tunggu sampai terhitung, simpan, lalu impor lagi.",
)
KOLOM_WAJIB_TAK_ADA = Card(
    "kolom-wajib-tak-ada",
    _GALAT,
    "Kolom wajib tidak ditemukan: {kurang}. Yang ditemukan: {ada}.",
    "Tambahkan kolom itu, atau tunjukkan kolomnya: pada langkah Kolom di jendela impor, atau "
    'misalnya --kolom "{berkas}:{lembar}:{kurang}=C" pada baris perintah.',
)
KOLOM_GANDA = Card(
    "kolom-ganda",
    _GALAT,
    "Kolom {kolom} sama-sama terbaca sebagai {bidang} tetapi isinya berbeda; tidak ada yang "
    "dipakai.",
    "Hapus atau ganti judul salah satunya, atau tunjukkan yang benar: pada langkah Kolom di "
    "jendela impor, atau dengan --kolom pada baris perintah.",
)
BERKAS_TAK_TERBACA = Card(
    "berkas-tak-terbaca",
    _GALAT,
    "{sebab}",
    "{saran}",
)
TABEL_HASIL_BKN = Card(
    "tabel-hasil-bkn",
    _INFO,
    "Tabel ini hasil pengukuran (PIP ASN), bukan bukti; tidak ada pegawai yang masuk dari sini.",
    "Gunakan rekonsiliasi untuk membandingkannya dengan hitungan sendiri.",
)
LEMBAR_TERSEMBUNYI = Card(
    "lembar-tersembunyi",
    _INFO,
    "Lembar ini tersembunyi dan tidak dibaca.",
    "Tampilkan lembar itu (Unhide) bila isinya data, lalu impor lagi.",
)
BARIS_TERSEMBUNYI = Card(
    "baris-tersembunyi",
    _INFO,
    "{jumlah} baris data tersembunyi dalam berkas; baris-baris itu ikut dibaca.",
)
LEMBAR_DILEWATI = Card(
    "lembar-dilewati",
    _INFO,
    "Lembar ini dilewati: tidak ada tabel dengan judul kolom yang dikenal.",
    "Bila isinya data pegawai, pastikan ada baris judul kolom yang memuat NIP, atau tunjukkan "
    "kolomnya: pada langkah Kolom di jendela impor, atau misalnya --kolom NIP=C pada baris "
    "perintah.",
)
LEMBAR_HIERARKI = Card(
    "lembar-hierarki",
    _INFO,
    "Lembar ini daftar unit organisasi; perangkat daerah pegawai dalam impor ini dicari darinya.",
    "Impor bersama daftar pegawai yang memuat UNOR ID atau nama unitnya.",
)
LEMBAR_KOSONG = Card(
    "lembar-kosong",
    _INFO,
    "Tabel ini belum memuat satu baris pegawai pun.",
    "Isi tabelnya, atau minta kembali kepada pengirimnya, lalu impor lagi.",
)
LEMBAR_NIHIL = Card(
    "lembar-nihil",
    _INFO,
    "Lembar ini tidak memuat satu baris riwayat pun (nihil).",
    "Agar berarti “tidak ada” bagi pegawai yang tidak ada di buku kerja ini, nyatakan bagi siapa "
    "riwayatnya lengkap: pada langkah Berkas di jendela impor, atau dengan --cakup semua atau "
    "--cakup nama perangkat daerahnya pada baris perintah.",
)
BARIS_TANPA_ISI = Card(
    "baris-tanpa-isi",
    _INFO,
    "{jumlah} baris riwayat hanya berisi pegawai tanpa riwayat; dilewati.",
)
DUA_BARIS_SEORANG = Card(
    "dua-baris-seorang",
    _PERIKSA,
    "Tabel ini memakai dua baris untuk seorang pegawai ({jumlah} orang); baris kedua mengisi yang "
    "kosong di baris pertama, dan {sisa} isinya yang lain tidak dipakai.",
    "Pastikan pada rencana impor bahwa isinya benar; bila tidak, tulis satu baris untuk seorang.",
)
RIWAYAT_JABATAN = Card(
    "riwayat-jabatan",
    _INFO,
    "Lembar ini riwayat jabatan: dipakai jabatan definitif pada akhir tahun {tahun}; {jumlah} "
    "baris jabatan lain tidak dipakai.",
)
KOLOM_DIABAIKAN = Card(
    "kolom-diabaikan",
    _INFO,
    "Kolom {kolom} tidak dipakai karena artinya tidak pasti dalam tabel ini.",
)

# ---------------------------------------------------------------- in, but to be looked at

TAHUN_JUDUL_BEDA = Card(
    "tahun-judul-beda",
    _PERIKSA,
    "Judul tabel menyebut tahun {judul}, sedangkan yang diukur tahun {tahun}.",
    "Pastikan berkas ini memang untuk pengukuran tahun {tahun}.",
)
KOLOM_DIDUGA = Card(
    "kolom-diduga",
    _PERIKSA,
    "Judul kolom {kolom} tidak dikenal; kolom itu dibaca sebagai {bidang}: {bukti}.",
    "Bila benar, pastikan agar tidak ditanyakan lagi: pada langkah Kolom di jendela impor, atau "
    'dengan --kolom "{berkas}:{lembar}:{nama_bidang}={huruf}" pada baris perintah; bila salah, '
    "ganti judulnya atau pakai bidang ABAIKAN.",
)
KOLOM_MIRIP = Card(
    "kolom-mirip",
    _PERIKSA,
    "Kolom {kolom} mungkin {bidang} ({bukti}), tetapi belum pasti; kolom itu tidak dipakai.",
    "Bila benar, tunjukkan: pada langkah Kolom di jendela impor, atau dengan "
    '--kolom "{berkas}:{lembar}:{nama_bidang}={huruf}" pada baris perintah; bila bukan, abaikan '
    "temuan ini.",
)
KOLOM_TAK_DIKENAL = Card(
    "kolom-tak-dikenal",
    _PERIKSA,
    "Selain NIP dan nama tidak satu pun judul kolom tabel ini dikenal; tidak dipakai: {ada}.",
    "Bila isinya diperlukan, tunjukkan kolomnya: pada langkah Kolom di jendela impor, atau "
    'misalnya --kolom "{berkas}:{lembar}:NILAI=C" pada baris perintah; bila tidak, abaikan '
    "temuan ini.",
)
KODE_BEDA = Card(
    "kode-beda",
    _PERIKSA,
    "Kode {kode} pada {kolom_kode} tidak cocok dengan “{nama}” pada {kolom}; yang tertulis dengan "
    "kata dipakai.",
    "Cocokkan kode dan namanya dengan SIASN, lalu perbaiki yang salah.",
)
TINGKAT_DIKLAT_TAK_TERBACA = Card(
    "tingkat-diklat-tak-terbaca",
    _PERIKSA,
    "Tingkat diklat kepemimpinan “{nilai}” tidak terbaca; diklat ini belum dihitung.",
    "Tulis tingkatnya dalam nama diklat, misalnya PKP, PKA, PKN II, atau Diklatpim IV.",
)
HUKUMAN_BERTENTANGAN = Card(
    "hukuman-bertentangan",
    _PERIKSA,
    "Tingkat {tingkat} tidak cocok dengan jenis hukuman “{jenis}”; tingkat tertulis yang dipakai.",
    "Cocokkan tingkat dan jenis hukuman dengan surat keputusannya.",
)
CATATAN_TANPA_TANGGAL = Card(
    "catatan-tanpa-tanggal",
    _PERIKSA,
    "{apa} tanpa tanggal; tidak dihitung bila aturan meminta tahun tertentu.",
    "Isi tanggal atau sedikitnya tahunnya.",
)
CATATAN_TANPA_JP = Card(
    "catatan-tanpa-jp",
    _PERIKSA,
    "{apa} tanpa jumlah JP; tidak dihitung bila aturan meminta jumlah jam.",
    "Isi jumlah jam pelajaran menurut sertifikatnya.",
)
TANGGAL_SESUDAH_TAHUN = Card(
    "tanggal-sesudah-tahun",
    _PERIKSA,
    "{apa} bertanggal {tanggal}, sesudah tahun ukur {tahun}; disimpan, tetapi belum dihitung.",
    "Periksa tanggalnya; bila benar, catatan ini dihitung dalam pengukuran tahun itu.",
)
TANGGAL_BULAN_DULU = Card(
    "tanggal-bulan-dulu",
    _PERIKSA,
    "Tanggal di kolom {kolom} ditulis bulan-hari-tahun (misalnya “{contoh}”); semuanya dibaca "
    "demikian.",
    "Pastikan, atau tulis tanggal dengan urutan hari-bulan-tahun, misalnya 31-12-2021.",
)
TANGGAL_HARI_DULU = Card(
    "tanggal-hari-dulu",
    _INFO,
    "Semua tanggal di kolom {kolom} dapat dibaca dengan dua cara (misalnya “{contoh}”); dibaca "
    "hari-bulan-tahun.",
    "Bila maksudnya bulan-hari-tahun, ubah format tanggal kolom itu, lalu impor lagi.",
)
TANGGAL_DUA_ANGKA = Card(
    "tanggal-dua-angka",
    _PERIKSA,
    "Tahun di kolom {kolom} ditulis dua angka (misalnya “{contoh}”, dibaca {dibaca}): dibaca "
    "sebagai tahun terakhir yang tidak sesudah {tahun}.",
    "Pastikan, atau tulis tahun dengan empat angka, misalnya 31-12-2021.",
)
TANGGAL_TERBALIK = Card(
    "tanggal-terbalik",
    _PERIKSA,
    "Tanggal selesai ({selesai}) mendahului tanggal mulai ({mulai}).",
    "Periksa kedua tanggal pada sertifikat.",
)
NILAI_SKP_SAJA = Card(
    "nilai-skp-saja",
    _PERIKSA,
    "Hanya ada kolom nilai SKP, tanpa nilai perilaku dan nilai kinerja; nilai akhirnya belum "
    "dapat ditentukan.",
    "Bila kolom itu sebenarnya nilai akhir, tunjukkan: pada langkah Kolom di jendela impor, atau "
    'dengan --kolom "{berkas}:{lembar}:NILAI={kolom}" pada baris perintah; bila bukan, tambahkan '
    "kolom nilai perilaku.",
)
JABATAN_BERTENTANGAN = Card(
    "jabatan-bertentangan",
    _PERIKSA,
    "Jabatan pegawai {nip} bertentangan: {satu}, tetapi {lain}.",
    "Cocokkan jenis jabatan, jenjang, dan eselon dengan surat keputusan jabatannya.",
)
KEGIATAN_MIRIP = Card(
    "kegiatan-mirip",
    _PERIKSA,
    "Pegawai {nip} mempunyai catatan pengembangan yang mirip: {catatan}.",
    "Hapus salah satunya bila sebenarnya satu kegiatan; keduanya dihitung.",
)
PERNYATAAN_BEDA = Card(
    "pernyataan-beda",
    _PERIKSA,
    "{bukti} pegawai {nip}: tabel menyatakan {pernyataan}, riwayat menunjukkan {rekaman}; yang "
    "lebih kuat dipakai.",
    "Cocokkan pernyataan dengan riwayatnya, lalu perbaiki yang salah.",
)
NILAI_BEDA_KOMPONEN = Card(
    "nilai-beda-komponen",
    _PERIKSA,
    "Nilai kinerja pegawai {nip} ({nilai}) tidak sama dengan gabungan SKP dan perilakunya "
    "({hitungan}); nilai tertulis yang dipakai.",
    "Cocokkan ketiga nilai dengan dokumen penilaian kinerja.",
)
PREDIKAT_BEDA = Card(
    "predikat-beda",
    _PERIKSA,
    "Predikat kinerja pegawai {nip} tertulis {predikat}, tetapi nilainya {nilai} berada di "
    "predikat lain; nilai yang dipakai.",
    "Cocokkan nilai dan predikat dengan dokumen penilaian kinerja.",
)
RATING_BEDA = Card(
    "rating-beda",
    _PERIKSA,
    "Predikat kinerja pegawai {nip} tertulis {predikat}, tetapi rating hasil kerja dan perilakunya "
    "bermakna {menurut}; predikat tertulis yang dipakai.",
    "Cocokkan predikat dan kedua rating dengan dokumen evaluasi kinerja.",
)
JENJANG_BELUM_ADA = Card(
    "jenjang-belum-ada",
    _PERIKSA,
    "{instrumen} pegawai {nip}: jenjang jabatannya belum ada, sehingga tidak dapat dinilai dan "
    "bernilai 0.",
    "Isi jenjang atau eselon pegawai ini dalam daftar pegawai, lalu impor lagi.",
)
HUKUMAN_TANPA_TINGKAT = Card(
    "hukuman-tanpa-tingkat",
    _PERIKSA,
    "Hukuman disiplin pegawai {nip}: ada hukuman yang tingkatnya tidak diketahui, sehingga "
    "disiplin bernilai 0.",
    "Isi tingkat hukuman (ringan, sedang, berat), atau lamanya untuk penurunan pangkat.",
)
PENILAIAN_TANPA_NILAI = Card(
    "penilaian-tanpa-nilai",
    _PERIKSA,
    "Penilaian kinerja pegawai {nip} ada, tetapi tanpa nilai atau predikat yang dapat dipakai; "
    "bernilai 0.",
    "Isi nilai atau predikat kinerjanya; SKP dan perilaku saja hanya dapat digabung menurut "
    "skala yang mengaturnya.",
)
BELUM_ADA_DATA = Card(
    "belum-ada-data",
    _PERIKSA,
    "{instrumen} pegawai {nip}: belum ada data, sehingga bernilai 0 dan pegawainya belum lengkap.",
    "Impor tabel yang memuatnya; bila memang tidak ada, impor riwayat lengkapnya.",
)
HILANG_DARI_BERKAS = Card(
    "hilang-dari-berkas",
    _PERIKSA,
    "Pegawai {nip} ada dalam impor sebelumnya tetapi tidak lagi dalam berkas ini.",
    "Pastikan pegawai itu pindah, pensiun, atau terlewat.",
)

CARDS: dict[str, Card] = {
    card.kode: card for card in tuple(globals().values()) if isinstance(card, Card)
}
"""Every card by its code: what a project file stores leads back to the words."""
