"""Findings as lists show them: one line a kind, with a title, and the address of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.finding import Finding, Severity

JUDUL: dict[str, str] = {
    "nip-angka": "NIP ditulis sebagai angka",
    "nip-bukan-18-angka": "NIP bukan 18 angka",
    "nip-tidak-sah": "NIP tidak mungkin",
    "nip-kosong": "NIP kosong",
    "kelamin-beda-nip": "Jenis kelamin berbeda dari NIP",
    "status-beda-nip": "Status berbeda dari bentuk NIP",
    "usia-angkat-janggal": "Usia saat diangkat tidak wajar",
    "nama-lahir-sama": "Nama dan tanggal lahir sama, NIP berbeda",
    "status-tak-diukur": "Pegawai yang tidak diukur",
    "opd-mirip": "Perangkat daerah mirip yang sudah ada",
    "opd-kosong": "Perangkat daerah kosong",
    "unit-bukan-opd": "Unit terendah di tempat perangkat daerah",
    "pendidikan-turun": "Pendidikan lebih rendah daripada yang tercatat",
    "nama-kosong": "Nama pegawai kosong",
    "identitas-kurang": "Identitas pegawai belum cukup",
    "pegawai-tak-dikenal": "Pegawai tidak ada dalam daftar pegawai",
    "baris-bertentangan": "Baris seorang pegawai saling bertentangan",
    "pendidikan-tak-dikenal": "Tingkat pendidikan tidak dikenal",
    "jenis-jabatan-tak-dikenal": "Jenis jabatan tidak dikenal",
    "jenjang-tak-dikenal": "Jenjang jabatan tidak dikenal",
    "eselon-tak-dikenal": "Eselon tidak dikenal",
    "status-tak-dikenal": "Status kepegawaian tidak dikenal",
    "golongan-tak-dikenal": "Golongan tidak dikenal",
    "kedudukan-tak-dikenal": "Kedudukan hukum tidak dikenal",
    "kelamin-tak-dikenal": "Jenis kelamin tidak dikenal",
    "pernyataan-tak-dikenal": "Isian sudah atau belum tidak terbaca",
    "predikat-tak-dikenal": "Predikat atau rating tidak dikenal",
    "hukuman-tak-dikenal": "Hukuman disiplin tidak terbaca",
    "jenis-diklat-tak-dikenal": "Jenis diklat tidak dikenal",
    "jp-tak-terbaca": "JP tidak terbaca sebagai angka",
    "jp-di-luar-skala": "JP di luar kewajaran",
    "nilai-tak-terbaca": "Nilai tidak terbaca sebagai angka",
    "nilai-di-luar-skala": "Nilai di luar skala",
    "nilai-pecahan": "Nilai mungkin berformat persen",
    "tanggal-tak-terbaca": "Tanggal tidak terbaca",
    "tanggal-dua-arti": "Tanggal dapat dibaca dua cara",
    "tanggal-bulan-dulu": "Tanggal ditulis bulan-hari-tahun",
    "tanggal-hari-dulu": "Tanggal dibaca hari-bulan-tahun",
    "tanggal-dua-angka": "Tahun tanggal ditulis dua angka",
    "tanggal-sesudah-tahun": "Tanggal sesudah tahun ukur",
    "sel-galat": "Sel berisi galat rumus",
    "rumus-tanpa-hasil": "Rumus tanpa hasil tersimpan",
    "kolom-wajib-tak-ada": "Kolom wajib tidak ditemukan",
    "kolom-ganda": "Dua kolom untuk hal yang sama",
    "berkas-tak-terbaca": "Berkas tidak dapat dibaca",
    "tabel-hasil-bkn": "Tabel hasil pengukuran, bukan bukti",
    "lembar-tersembunyi": "Lembar tersembunyi tidak dibaca",
    "baris-tersembunyi": "Baris tersembunyi ikut dibaca",
    "lembar-dilewati": "Lembar tanpa judul kolom yang dikenal",
    "lembar-hierarki": "Lembar daftar unit organisasi",
    "lembar-kosong": "Tabel belum berisi pegawai",
    "lembar-nihil": "Lembar tanpa satu baris riwayat pun",
    "baris-tanpa-isi": "Baris tanpa riwayat dilewati",
    "dua-baris-seorang": "Dua baris untuk seorang pegawai",
    "riwayat-jabatan": "Riwayat jabatan: hanya yang berlaku dipakai",
    "kolom-diabaikan": "Kolom tidak dipakai",
    "kolom-diduga": "Kolom dibaca menurut isinya",
    "kolom-mirip": "Kolom yang mungkin dapat dipakai",
    "kolom-tak-dikenal": "Tabel tanpa kolom yang dikenal selain nama",
    "kode-beda": "Kode dan namanya tidak cocok",
    "tahun-judul-beda": "Judul tabel menyebut tahun lain",
    "tingkat-diklat-tak-terbaca": "Tingkat diklat kepemimpinan tidak terbaca",
    "hukuman-bertentangan": "Tingkat dan jenis hukuman tidak cocok",
    "catatan-tanpa-tanggal": "Catatan tanpa tanggal",
    "catatan-tanpa-jp": "Diklat tanpa jumlah JP",
    "tanggal-terbalik": "Tanggal selesai mendahului tanggal mulai",
    "nilai-skp-saja": "Nilai SKP tanpa nilai perilaku",
    "jabatan-bertentangan": "Jenis jabatan, jenjang, atau eselon bertentangan",
    "kegiatan-mirip": "Catatan pengembangan yang mirip",
    "pernyataan-beda": "Pernyataan berbeda dari riwayat",
    "nilai-beda-komponen": "Nilai kinerja berbeda dari SKP dan perilaku",
    "predikat-beda": "Predikat dan nilai kinerja berbeda",
    "rating-beda": "Predikat dan rating kinerja berbeda",
    "jenjang-belum-ada": "Jenjang jabatan belum ada",
    "hukuman-tanpa-tingkat": "Hukuman tanpa tingkat",
    "penilaian-tanpa-nilai": "Penilaian kinerja tanpa nilai",
    "belum-ada-data": "Belum ada data",
    "hilang-dari-berkas": "Pegawai tidak lagi dalam berkas",
}
"""Code → what a finding of the kind is called, whoever it is about."""

PERBAIKAN_BERBEDA = "Perbaikannya berbeda; lihat masing-masing."
"""The remedy of a group whose findings ask for different things."""

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind.

    Attributes:
        kode: The cards' slug.
        tingkat: The cards' severity.
        pesan: What the kind is called.
        perbaikan: What to do, where all ask for the same; empty where nothing need be done.
        findings: The findings, in the order they were given.
    """

    kode: str
    tingkat: Severity
    pesan: str
    perbaikan: str
    findings: tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Return findings by kind: galat first, then as they come."""
    kinds: dict[str, list[Finding]] = {}
    for one in findings:
        kinds.setdefault(one.kode, []).append(one)
    groups = [_group(members) for members in kinds.values()]
    return sorted(groups, key=lambda group: _ORDER.index(group.tingkat))


def _group(members: list[Finding]) -> Group:
    first = members[0]
    told = {one.kartu.perbaikan for one in members}
    # Most remedies name nothing of the finding: ten thousand of them are one.
    remedies = (
        {one.perbaikan or "" for one in members} if any("{" in text for text in told) else told
    )
    remedy = remedies.pop() if len(remedies) == 1 else PERBAIKAN_BERBEDA
    return Group(first.kode, first.tingkat, JUDUL[first.kode], remedy, tuple(members))


def address_words(finding: Finding) -> str:
    """Return where a finding is: "riwayat.xlsx · Diklat · C12"; empty for a derived one."""
    cell = f"{finding.kolom}{finding.baris or ''}" if finding.kolom else ""
    if finding.baris is not None and not finding.kolom:
        cell = f"baris {finding.baris}"
    return " · ".join(part for part in (finding.berkas, finding.lembar, cell) if part)


def meaning_words(finding: Finding) -> str:
    """Return what a finding of reading means for the data; empty where it only tells something."""
    if finding.berkas is None:
        return ""
    if finding.tingkat is Severity.PERIKSA:
        return "Tetap disimpan, dengan tanda periksa."
    if finding.tingkat is Severity.INFO:
        return ""
    if finding.menolak_baris:
        return "Baris ini tidak disimpan; baris lain tidak terpengaruh."
    if finding.baris is not None:
        return "Isi sel ini tidak disimpan; isi lain pada baris itu tetap masuk."
    return "Yang disebut di atas tidak disimpan; yang lain tidak terpengaruh."


def written_words(finding: Finding) -> str:
    """Return the value at fault as the file has it; empty where the finding names none."""
    return finding.isi.get("nilai", "")
