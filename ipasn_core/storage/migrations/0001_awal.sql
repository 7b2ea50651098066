-- Version 1. Tables are STRICT, ids are never reused, references are declared, so that an undo over
-- dependants is refused by the database itself. Every table that refers to a person begins its key
-- or an index with `pegawai`: removing a person must not read whole tables.
-- `lembar` and `baris` are where a row came from; NULL means by hand.

-- Settings -----------------------------------------------------------------------------------------

CREATE TABLE tahun (
    tahun INTEGER PRIMARY KEY,
    aturan TEXT NOT NULL
) STRICT;

-- `dimensi` is the edition's id of a dimension, or 'indeks'; `nilai` a decimal in points.
CREATE TABLE target (
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    dimensi TEXT NOT NULL,
    nilai TEXT NOT NULL,
    PRIMARY KEY (tahun, dimensi)
) STRICT, WITHOUT ROWID;

CREATE TABLE pengaturan (
    kunci TEXT NOT NULL PRIMARY KEY,
    nilai TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Column mappings corrected by hand, by the signature of the header they belong to.
CREATE TABLE pemetaan (
    kepala TEXT NOT NULL,
    kolom TEXT NOT NULL,
    bidang TEXT NOT NULL,
    PRIMARY KEY (kepala, kolom)
) STRICT, WITHOUT ROWID;

-- Sources ------------------------------------------------------------------------------------------

-- A file that was imported into a year.
CREATE TABLE impor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    ukuran INTEGER NOT NULL
) STRICT;

-- `nama` is NULL for a CSV; `kepala` is the signature of the header.
CREATE TABLE lembar (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    impor INTEGER NOT NULL REFERENCES impor (id),
    nama TEXT,
    jenis TEXT NOT NULL,
    kepala TEXT NOT NULL,
    diterima INTEGER NOT NULL,
    ditolak INTEGER NOT NULL
) STRICT;

-- People -------------------------------------------------------------------------------------------

-- 18 digits fit an integer of 64 bits.
CREATE TABLE pegawai (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    nip INTEGER NOT NULL UNIQUE CHECK (nip BETWEEN 100000000000000000 AND 999999999999999999),
    nama TEXT NOT NULL,
    jenis_kelamin INTEGER
) STRICT;

CREATE TABLE opd (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    nama TEXT NOT NULL UNIQUE
) STRICT;

-- What holds in a measured year; having one is being in that year's roster.
CREATE TABLE keadaan (
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    status INTEGER,
    kedudukan INTEGER,
    golongan INTEGER,
    jenis_jabatan INTEGER,
    jenjang INTEGER,
    eselon INTEGER,
    jabatan TEXT,
    opd INTEGER REFERENCES opd (id),
    lembar INTEGER REFERENCES lembar (id),
    baris INTEGER,
    PRIMARY KEY (pegawai, tahun)
) STRICT, WITHOUT ROWID;

-- Who a sheet lists, whatever became of the row: tells later who is gone.
CREATE TABLE hadir (
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    lembar INTEGER NOT NULL REFERENCES lembar (id),
    PRIMARY KEY (pegawai, lembar)
) STRICT, WITHOUT ROWID;

-- Evidence: units and codes are those of ipasn_core/model/evidence.py -------------------------------

CREATE TABLE pendidikan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    tingkat INTEGER,
    tingkat_teks TEXT,
    bidang TEXT,
    sekolah TEXT,
    nomor TEXT,
    tanggal INTEGER,
    lembar INTEGER REFERENCES lembar (id),
    baris INTEGER
) STRICT;
CREATE INDEX pendidikan_pegawai ON pendidikan (pegawai);

CREATE TABLE pengembangan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    jenis INTEGER,
    jenis_teks TEXT,
    tingkat INTEGER,
    nama TEXT,
    mulai INTEGER,
    selesai INTEGER,
    jp INTEGER,
    penyelenggara TEXT,
    nomor TEXT,
    lembar INTEGER REFERENCES lembar (id),
    baris INTEGER
) STRICT;
CREATE INDEX pengembangan_pegawai ON pengembangan (pegawai);

CREATE TABLE hukuman (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    tingkat INTEGER,
    jenis INTEGER,
    jenis_teks TEXT,
    nomor_sk TEXT,
    tanggal_sk INTEGER,
    tmt INTEGER,
    masa_bulan INTEGER,
    berakhir INTEGER,
    batal_nomor TEXT,
    batal_tanggal INTEGER,
    lembar INTEGER REFERENCES lembar (id),
    baris INTEGER
) STRICT;
CREATE INDEX hukuman_pegawai ON hukuman (pegawai);

-- `tahun` is the appraised year: it need not be a measured year of the project.
CREATE TABLE penilaian (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    tahun INTEGER NOT NULL,
    nilai INTEGER,
    skp INTEGER,
    perilaku INTEGER,
    predikat INTEGER,
    hasil INTEGER,
    perilaku_kerja INTEGER,
    ide_baru INTEGER,
    dasar INTEGER,
    lembar INTEGER REFERENCES lembar (id),
    baris INTEGER,
    UNIQUE (pegawai, tahun)
) STRICT;

CREATE TABLE pernyataan (
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    bukti INTEGER NOT NULL,
    bentuk INTEGER NOT NULL,
    nilai INTEGER NOT NULL,
    lembar INTEGER REFERENCES lembar (id),
    baris INTEGER,
    PRIMARY KEY (pegawai, tahun, bukti)
) STRICT, WITHOUT ROWID;

-- A complete sheet of this kind of evidence was taken in; it holds for the year of its import.
-- `disebut` is 0 where the person is covered by absence alone.
CREATE TABLE cakupan (
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    bukti INTEGER NOT NULL,
    lembar INTEGER NOT NULL REFERENCES lembar (id),
    disebut INTEGER NOT NULL CHECK (disebut IN (0, 1)),
    PRIMARY KEY (pegawai, bukti, lembar)
) STRICT, WITHOUT ROWID;

-- Findings -----------------------------------------------------------------------------------------

-- Of reading; `id` is the stable hash of ipasn_core/model/finding.py, which knows no year: a file
-- may be imported into several, each with findings of its own. `isi` and `tahan` are JSON,
-- `nip` 0 where the person can't be told. `jejak` is JSON: how its row is known again, '' where it
-- is about no row. `pengganti` is the finding that took the place of a closed one whose row is still
-- kept out: as long as that one is open, this one's sheet withholds what it withheld.
CREATE TABLE temuan (
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    id TEXT NOT NULL,
    impor INTEGER NOT NULL REFERENCES impor (id),
    lembar INTEGER REFERENCES lembar (id),
    kode TEXT NOT NULL,
    isi TEXT NOT NULL,
    berkas TEXT NOT NULL,
    lembar_nama TEXT,
    baris INTEGER,
    kolom TEXT,
    nip INTEGER NOT NULL,
    siapa TEXT NOT NULL,
    bidang TEXT NOT NULL,
    tahan TEXT NOT NULL,
    menolak_baris INTEGER NOT NULL CHECK (menolak_baris IN (0, 1)),
    sidik TEXT NOT NULL,
    keadaan TEXT NOT NULL CHECK (keadaan IN ('terbuka', 'selesai', 'diabaikan')),
    alasan TEXT NOT NULL,
    jejak TEXT NOT NULL,
    pengganti TEXT,
    PRIMARY KEY (tahun, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX temuan_pengganti ON temuan (tahun, pengganti) WHERE pengganti IS NOT NULL;

-- Derived findings are computed with the scores; only that one is set aside is kept.
CREATE TABLE abaikan (
    id TEXT NOT NULL PRIMARY KEY,
    kode TEXT NOT NULL,
    nip INTEGER NOT NULL,
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    bidang TEXT NOT NULL,
    alasan TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Review -------------------------------------------------------------------------------------------

-- The newest review of a year; `sidik` is the digest of what the verifikator saw: as soon as the
-- year's is another one, the review stands no longer.
CREATE TABLE telaah (
    tahun INTEGER PRIMARY KEY REFERENCES tahun (tahun),
    nip TEXT NOT NULL,
    nama TEXT NOT NULL,
    waktu TEXT NOT NULL,
    keputusan TEXT NOT NULL CHECK (keputusan IN ('diperiksa', 'ditolak')),
    alasan TEXT NOT NULL,
    sidik TEXT NOT NULL
) STRICT;

-- Outside the session ------------------------------------------------------------------------------

-- `hash` covers every other column; `sebelum` is the hash of the entry before.
CREATE TABLE jurnal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    waktu TEXT NOT NULL,
    pengguna TEXT NOT NULL,
    perbuatan TEXT NOT NULL,
    isi TEXT NOT NULL,
    muatan_sha256 TEXT,
    sebelum TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;

-- The changeset of an entry, compressed; its sha256 is taken before compression.
CREATE TABLE muatan (
    jurnal INTEGER PRIMARY KEY REFERENCES jurnal (id),
    isi BLOB NOT NULL
) STRICT;

-- A signed year. Its entry in the journal is written after it, in the same transaction.
-- `dibuka` is the entry that reopened the year, NULL while this signing stands.
CREATE TABLE pengesahan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tahun INTEGER NOT NULL REFERENCES tahun (tahun),
    revisi INTEGER NOT NULL,
    nomor TEXT NOT NULL,
    tempat TEXT NOT NULL,
    tanggal TEXT NOT NULL,
    pejabat TEXT NOT NULL,
    waktu TEXT NOT NULL,
    snapshot BLOB NOT NULL,
    snapshot_sha256 TEXT NOT NULL,
    pdf BLOB NOT NULL,
    pdf_sha256 TEXT NOT NULL,
    jurnal INTEGER NOT NULL REFERENCES jurnal (id) DEFERRABLE INITIALLY DEFERRED,
    dibuka INTEGER REFERENCES jurnal (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (tahun, revisi)
) STRICT;
